import { exact } from './money.ts';

/**
 * Reads an amount as people type or paste it: `1.234,56`, `1,234.56`, `1234`, `-12`, `(12)`, `€ 3.000`,
 * `pm`, and with a star, as documents print it, what is provisional: `1.000*`. A text that two locales read differently (`1.234`) is not guessed: the reader's locale decides
 * only where the caller says so, otherwise `ambiguous` comes back and the person is asked.
 */
export type AmountText =
  | { kind: 'value'; value: number }
  /** a value with a star; a caller that knows no provisional amounts refuses it */
  | { kind: 'provisional'; value: number }
  | { kind: 'empty' }
  | { kind: 'pm' }
  | { kind: 'ambiguous'; asThousands: number; asDecimal: number; provisional?: true }
  | { kind: 'invalid' };

/**
 * @param text as typed
 * @param decimals digits kept: 2 reads euros into cents, 3 reads FTE into thousandths
 * @param grouping the thousands mark that the surrounding text proves (`.` or `,`), if any
 * @returns the value in whole units of 10^-decimals
 */
export function readAmount(text: string, decimals: number, grouping?: '.' | ','): AmountText {
  const bare = text.trim();
  const starred = bare.endsWith('*') ? bare.replace(/(?<=[\d)])\s*\*$/, '') : bare;
  const read = readPlain(starred, decimals, grouping);
  if (starred === bare) return read;
  if (read.kind === 'value') return { kind: 'provisional', value: read.value };
  return read.kind === 'ambiguous' ? { ...read, provisional: true } : read;
}

function readPlain(text: string, decimals: number, grouping?: '.' | ','): AmountText {
  // what nearly all cells of a file look like, without the dozen questions below: digits and cents, read one way only
  const usual = decimals >= 2 ? /^(-?)(\d{1,12})([.,])(\d\d?)$/.exec(text) : null;
  if (usual && usual[3] !== grouping) {
    const units = Number(usual[2]! + usual[4]!.padEnd(decimals, '0'));
    return { kind: 'value', value: (usual[1] === '-' ? -units : units) || 0 };
  }
  let rest = text.replace(/[\s\u00a0\u202f€]/g, '').replace(/[\u2212\u2013]/g, '-');
  if (rest === '' || rest === '-') return { kind: 'empty' };
  if (/^p\.?m\.?\*?$/i.test(rest)) return { kind: 'pm' };
  let sign = 1;
  if (/^\(.*\)$/.test(rest)) {
    sign = -1;
    rest = rest.slice(1, -1);
  }
  if (/^[+-]/.test(rest)) {
    if (rest[0] === '-') sign = -sign;
    rest = rest.slice(1);
  }
  if (!/^\d[\d.,]*$/.test(rest) || /[.,]$/.test(rest)) return { kind: 'invalid' };

  const dots = rest.split('.').length - 1;
  const commas = rest.split(',').length - 1;
  const value = (whole: string, fraction: string): AmountText => {
    if (fraction.length > decimals) return { kind: 'invalid' };
    const units = Number(whole + fraction.padEnd(decimals, '0'));
    return Number.isSafeInteger(units)
      ? { kind: 'value', value: exact(sign * units || 0) }
      : { kind: 'invalid' };
  };
  const grouped = (mark: string, decimal: string): AmountText => {
    const [whole = '', fraction = ''] = rest.split(decimal);
    const groups = whole.split(mark);
    const wellFormed = groups.every((g, i) => (i === 0 ? g.length >= 1 && g.length <= 3 : g.length === 3));
    return wellFormed ? value(groups.join(''), fraction) : { kind: 'invalid' };
  };

  if (dots === 0 && commas === 0) return value(rest, '');
  if (dots > 0 && commas > 0) {
    const decimal = rest.lastIndexOf('.') > rest.lastIndexOf(',') ? '.' : ',';
    if ((decimal === '.' ? dots : commas) > 1) return { kind: 'invalid' };
    return grouped(decimal === '.' ? ',' : '.', decimal);
  }
  const mark = dots > 0 ? '.' : ',';
  if (dots + commas > 1) return grouped(mark, mark === '.' ? ',' : '.');
  const [whole = '', fraction = ''] = rest.split(mark);
  const couldGroup = fraction.length === 3 && whole.length <= 3 && whole !== '0';
  if (!couldGroup) return mark === grouping ? { kind: 'invalid' } : value(whole, fraction);
  if (grouping === mark) return value(whole + fraction, '');
  if (grouping !== undefined) return value(whole, fraction);
  const decimalReading = value(whole, fraction);
  const thousandsReading = value(whole + fraction, '');
  if (thousandsReading.kind !== 'value') return { kind: 'invalid' };
  const asDecimal =
    decimalReading.kind === 'value'
      ? decimalReading.value
      : sign * Math.round(Number(`${whole}.${fraction}`) * 10 ** decimals);
  return { kind: 'ambiguous', asThousands: thousandsReading.value, asDecimal };
}
