import { type Actor, may } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { forbidden, Rejection } from '#app/kernel/rejection.ts';
import { wordsOf } from '#app/messages/words.server.ts';
import { type ForecastAddress, getForecast } from '#app/realisation/forecast.server.ts';
import { saveForecast } from '#app/realisation/forecast-save.server.ts';
import { canRecord } from '#app/realisation/realisation.ts';
import type { CellChange } from './fill-in-difference.ts';
import type { Saved } from './fill-in-post.server.ts';
import { sinceShown } from './fill-in-sheet.ts';
import { forecastEntries, forecastSheet } from './forecast-sheet.ts';

/** `months` that the realised figures cover; null: as the forecast takes them itself. */
export type ForecastSheetAddress = ForecastAddress & { months?: number | null };

/**
 * What is forecast by hand, as a table that goes round.
 * @throws Missing; Rejection `forbidden`, `forecast.no-kind`
 */
export async function readForecastSheet(tx: Tx, actor: Actor, at: ForecastSheetAddress) {
  if (!may(actor, 'realisation.write')) throw forbidden('realisation.write');
  const forecast = await getForecast(tx, actor, at);
  if (!canRecord(actor, forecast.report.unit)) throw forbidden('realisation.write');
  if (!forecast.kind) throw new Rejection('forecast.no-kind');
  return { forecast, sheet: forecastSheet(forecast, wordsOf) };
}

/**
 * Saves the next version of the forecast with what was shown; the rows not by hand are worked out again. What
 * somebody else changed meanwhile comes back.
 * @returns also the number of the version, null when nothing was left to save
 * @throws as saveForecast
 */
export async function saveForecastSheet(
  tx: Tx,
  actor: Actor,
  { changes, note, ...at }: ForecastSheetAddress & { changes: readonly CellChange[]; note: string },
): Promise<Saved & { version: number | null }> {
  const { forecast, sheet } = await readForecastSheet(tx, actor, at);
  const { still, moved } = sinceShown(changes, { sheet, locale: actor.locale });
  if (moved.length > 0) return { saved: null, version: null, still, moved };
  if (still.length === 0) return { saved: 0, version: null };
  const { months, newest: seen } = forecast;
  const entries = forecastEntries(forecast, still);
  const { version } = await saveForecast(tx, actor, { ...at, months, seen, entries, note });
  return { saved: still.length, version };
}
