/** The part of JSON Schema that our OpenAPI document uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

const formats: Record<string, string> = {
  date: '2024-01-01',
  'date-time': '2024-01-01T00:00:00Z',
  uuid: '01890000-0000-7000-8000-000000000000',
};

/** A value that fits a schema, made from the schema alone: enough to come past the checks of form. */
export function sample(schema: Schema, components: Record<string, Schema>): unknown {
  if (schema.$ref) return sample(components[schema.$ref.split('/').at(-1)!] ?? {}, components);
  for (const known of [schema.example, schema.const, schema.enum?.[0]]) if (known !== undefined) return known;
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return sample(either[0] ?? {}, components);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => sample(one, components)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    const properties = Object.entries(schema.properties ?? {});
    const asked = properties.filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(asked.map(([name, one]) => [name, sample(one, components)]));
  }
  if (type === 'array') return schema.minItems ? [sample(schema.items ?? {}, components)] : [];
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (type === 'boolean') return true;
  if (type !== 'string') return null;
  if (schema.format) return formats[schema.format] ?? 'x';
  if (schema.pattern?.includes('\\d{4}')) return '2022';
  return 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
}
