import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { formatAmount, formatExact } from '#app/kernel/amount-format.ts';
import GalleryPage from './gallery-page.tsx';
import { formatDate, TextProvider } from './text.tsx';
import { en } from './ui.en.ts';
import { nl } from './ui.nl.ts';

const render = (locale: 'nl' | 'en') => {
  const messages = locale === 'nl' ? nl : en;
  return renderToStaticMarkup(createElement(TextProvider, { locale, messages }, createElement(GalleryPage)));
};

describe('every component, as the server sends it', () => {
  const html = render('nl');

  it('carries no style attribute, which the content security policy would refuse', () => {
    expect(html).not.toMatch(/\sstyle=/);
  });

  it('gives each id once, and each label and description an element', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)];
    const missing = named.flatMap((match) => match[1]!.split(' ')).filter((id) => !ids.includes(id));
    expect(missing).toEqual([]);
  });

  it('has words for every key in both languages', () => {
    for (const text of [html, render('en')])
      expect(text.match(/>[^<]*\b(ui|rejection)\.[a-z]+\.[a-z-]+/g)).toBeNull();
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted());
  });

  it('works before its script: grid cells are named fields that Tab reaches, and the dialog is in the page', () => {
    expect(html).toContain('name="cell:m1:2019"');
    expect(html).not.toContain('role="grid"');
    expect(html).not.toMatch(/<input[^>]*name="cell:[^>]*tabindex="-1"/i);
    expect(html).toContain('<details class="confirm-inline">');
    expect(html).toContain('<textarea');
  });
});

describe('amounts', () => {
  it('prints in the notation of the language, rounded half away from zero, with a true minus', () => {
    expect(formatAmount(808_450_000, 'keur', 'nl')).toBe('8.085');
    expect(formatAmount(-50_000, 'keur', 'nl')).toBe('\u22121');
    expect(formatAmount(-49_999, 'keur', 'nl')).toBe('0');
    expect(formatAmount(123_456_789, 'eur2', 'en')).toBe('1,234,567.89');
    expect(formatAmount(12_650, 'fte', 'nl')).toBe('12,7');
    expect(formatAmount(3333, 'percent1', 'nl')).toBe('33,3');
    expect(formatAmount(19_400_000, 'keur', 'nl', true)).toBe('+194');
  });

  it('prints every digit that counts in a field', () => {
    expect(formatExact(7_550_050, 2, 'nl')).toBe('75.500,50');
    expect(formatExact(7_550_000, 2, 'nl')).toBe('75.500');
    expect(formatExact(1_250, 3, 'nl')).toBe('1,25');
    expect(formatExact(5, 2, 'nl')).toBe('0,05');
  });

  it('prints a calendar day as that day', () => {
    expect(formatDate('2021-07-01', 'nl')).toBe('1 juli 2021');
    expect(formatDate('2021-07-01', 'en')).toBe('1 July 2021');
    expect(formatDate('2021-06-30T22:30:00Z', 'nl', 'short')).toBe('1 jul 2021');
  });
});
