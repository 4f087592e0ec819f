import { intakeAddress } from '#app/realisation/intake-edge.ts';

type Asked = { request: Request; params: { scheme: string; unit: string; year: string } };

/** Whose forecast an address names, with the months of actuals that it is worked out by. */
export function forecastSheetAt({ request, params }: Asked, now: Date) {
  const months = new URL(request.url).searchParams.get('months') ?? '';
  return {
    ...intakeAddress(params, now),
    months: /^([0-9]|1[0-2])$/.test(months) ? Number(months) : null,
  };
}
