import { readMarkedEuro } from '#app/funding/amount-field.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import type { FieldError, Params } from '#app/kernel/rejection.ts';
import type { HeadBasis } from './head-count.ts';
import type { Receiver } from './receiver.ts';
import type { Amount, Rule, Take, TariffGroup, Weighted } from './rule.ts';
import { type Fields, fieldText, groupNames, type RuleFields, readReceiver, rowsOf } from './rule-form.ts';

/** Rules read from a form; with errors, those that could be read are there too. */
export type ReadRules = { rules: Rule[]; errors: FieldError[] };

/**
 * Reads rules from the fields of a form. Rows without a value are left out; what cannot be read is said at
 * its field: `amount.…`, `field.required`, `allocation.…-text`. What the rules must obey is for `allocate`.
 */
export function readRules(form: readonly RuleFields[]): ReadRules {
  const errors: FieldError[] = [];
  const rules = form.map(({ kind, fields }, i) => {
    const reader = new Reader(fields, `rules.${i}.`, errors);
    return { ...reader.common(), ...reader.rule(kind) } as Rule;
  });
  return { rules, errors };
}

/** Reads the fields of one rule, gathering what is wrong. */
class Reader {
  readonly #fields: Fields;
  readonly #path: string;
  readonly #errors: FieldError[];

  constructor(fields: Fields, path: string, errors: FieldError[]) {
    this.#fields = fields;
    this.#path = path;
    this.#errors = errors;
  }

  common(): Pick<Rule, 'years' | 'within' | 'note'> {
    const years = (this.#fields.years ?? []).map(Number).filter(Number.isInteger);
    const within = this.#receivers('within');
    const note = fieldText(this.#fields, 'note');
    return {
      ...(years.length > 0 && { years }),
      ...(within.length > 0 && { within }),
      ...(note && { note }),
    };
  }

  rule(kind: Rule['kind']): Rule {
    switch (kind) {
      case 'reserve':
        return { kind, to: this.#place('to'), take: this.#take() ?? this.#starred('take.value') };
      case 'fixed': {
        const to = fieldText(this.#fields, 'chargedTo');
        const chargedTo = to === 'others' || to === 'others-equally' ? to : 'pool';
        return { kind, amounts: this.#amounts(), chargedTo, ...(chargedTo !== 'pool' && this.#others()) };
      }
      case 'floor':
      case 'ceiling':
        return { kind, amounts: this.#amounts(), ...this.#others() };
      case 'tariff': {
        const { group: _, ...tariff } = this.#perHead('');
        return { kind, ...tariff };
      }
      case 'tariff-per-group':
        return { kind, groups: this.#groups().map((g) => this.#perHead(`groups.${g}.`)) };
      case 'ratio':
      case 'weights':
        return { kind, weights: this.#weights(), ...this.#optionalTake() };
      case 'heads':
        return { kind, heads: this.#heads(''), to: this.#receivers('to'), ...this.#optionalTake() };
      case 'keep-ratio-of':
        return { kind, ...this.#keepRatio(), ...this.#optionalTake() };
      case 'remainder': {
        const to = this.#place('to');
        return { kind, to: to.unit === null && to.node === null ? null : to };
      }
    }
  }

  #wrong(name: string, code: string, params: Params = {}): void {
    this.#errors.push({ path: this.#path + name, code, params });
  }

  #place(name: string): Receiver {
    const unit = fieldText(this.#fields, `${name}.unit`);
    const node = fieldText(this.#fields, `${name}.node`);
    return { unit: unit || null, node: node || null };
  }

  #receivers(name: string): Receiver[] {
    return (this.#fields[name] ?? []).filter((text) => text !== '').map(readReceiver);
  }

  #others(): { others?: Receiver[] } {
    const others = this.#receivers('others');
    return others.length > 0 ? { others } : {};
  }

  /** An amount, with a star where it is provisional; pm only where something else may be decided without it. */
  #marked(name: string, pm = false): { cents: number; mark: 'pm' | 'provisional' | null } {
    const raw = fieldText(this.#fields, name);
    const read = readMarkedEuro(raw, this.#path + name);
    if (read.error) this.#errors.push(read.error);
    else if (read.mark === 'pm' && !pm) this.#wrong(name, 'allocation.pm-here', { raw });
    else if (read.cents === null && read.mark === null) this.#wrong(name, 'field.required');
    return { cents: read.cents ?? 0, mark: read.mark };
  }

  #starred(name: string): { cents: number; provisional?: true } {
    const { cents, mark } = this.#marked(name);
    return mark === 'provisional' ? { cents, provisional: true } : { cents };
  }

  /** The places of rows with a value; a row with a receiver and no value takes no part. */
  #filled(list: string, value: string): number[] {
    return rowsOf(this.#fields, list).filter((i) => fieldText(this.#fields, `${list}.${i}.${value}`) !== '');
  }

  #amounts(): Amount[] {
    return this.#filled('amounts', 'cents').map((i) => {
      const { cents, mark } = this.#marked(`amounts.${i}.cents`, true);
      const memo = fieldText(this.#fields, `amounts.${i}.memo`) !== '';
      return {
        to: this.#place(`amounts.${i}`),
        cents,
        ...(mark && { mark }),
        ...(memo && { memo }),
      };
    });
  }

  #weights(): Weighted[] {
    return this.#filled('weights', 'weight').map((i) => {
      return { to: this.#place(`weights.${i}`), weight: this.#whole(`weights.${i}.weight`, 'weight-text') };
    });
  }

  #whole(name: string, code: string): number {
    const raw = fieldText(this.#fields, name);
    if (/^\d{1,15}$/.test(raw)) return Number(raw);
    if (raw === '') this.#wrong(name, 'field.required');
    else this.#wrong(name, `allocation.${code}`, { raw });
    return 0;
  }

  #optionalTake(): { take?: Take } {
    const take = this.#take();
    return take ? { take } : {};
  }

  #take(): Take | undefined {
    const how = fieldText(this.#fields, 'take.how');
    if (how === 'cents') return this.#starred('take.value');
    if (how !== 'total' && how !== 'left') return undefined;
    const raw = fieldText(this.#fields, 'take.value');
    const read = readAmount(raw.replace('%', ''), 2);
    if (read.kind !== 'value') {
      if (read.kind === 'empty') this.#wrong('take.value', 'field.required');
      else this.#wrong('take.value', 'allocation.share-text', { raw });
    }
    return { basisPoints: read.kind === 'value' ? read.value : 0, of: how };
  }

  #heads(prefix: string): HeadBasis {
    const definition = fieldText(this.#fields, `${prefix}heads.definition`);
    if (definition === '') this.#wrong(`${prefix}heads.definition`, 'field.required');
    if (fieldText(this.#fields, `${prefix}heads.mode`) === 'yearly') {
      const whole = (name: string) => this.#whole(`${prefix}heads.${name}`, 'day-text');
      const date = { month: whole('month'), day: whole('day'), yearsBefore: whole('yearsBefore') };
      if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31 || date.yearsBefore > 10) {
        this.#wrong(`${prefix}heads.day`, 'allocation.day-text', { raw: `${date.day}-${date.month}` });
      }
      return { definition, date };
    }
    const date = fieldText(this.#fields, `${prefix}heads.date`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) this.#wrong(`${prefix}heads.date`, 'field.required');
    return { definition, date };
  }

  #perHead(prefix: string): TariffGroup {
    return {
      group: fieldText(this.#fields, `${prefix}group`) || '–',
      ...this.#perHeadAmount(`${prefix}centsPerHead`),
      heads: this.#heads(prefix),
      to: this.#receivers(`${prefix}to`),
    };
  }

  #perHeadAmount(name: string): Pick<TariffGroup, 'centsPerHead' | 'provisional'> {
    const { cents, ...said } = this.#starred(name);
    return { centsPerHead: cents, ...said };
  }

  /** A group counts when anything but its counting basis was filled in. */
  #groups(): number[] {
    return rowsOf(this.#fields, 'groups').filter((g) =>
      groupNames.some((name) => fieldText(this.#fields, `groups.${g}.${name}`) !== ''),
    );
  }

  #keepRatio() {
    const basis: 'so-far' | 'earlier' = fieldText(this.#fields, 'basis') === 'so-far' ? 'so-far' : 'earlier';
    const year = fieldText(this.#fields, 'basisYear');
    const groups = this.#groups().map((g) => {
      return { to: this.#place(`groups.${g}.to`), of: this.#receivers(`groups.${g}.of`) };
    });
    return {
      basis,
      ...(year !== '' && { basisYear: this.#whole('basisYear', 'day-text') }),
      ...(groups.length > 0 && { groups }),
    };
  }
}
