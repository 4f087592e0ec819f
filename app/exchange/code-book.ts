/** Ids made for the codes of a file, by kind of thing; codes within something else carry its code in front. */
export class CodeBook {
  readonly institutionId: string;
  readonly #ids = new Map<string, string>();

  constructor(institutionId: string) {
    this.institutionId = institutionId;
  }

  set(id: string, kind: string, ...codes: string[]): string {
    this.#ids.set(JSON.stringify([kind, ...codes]), id);
    return id;
  }

  /** @throws Error when the code is unknown, which the check of the file refuses before */
  id(kind: string, ...codes: string[]): string {
    const id = this.#ids.get(JSON.stringify([kind, ...codes]));
    if (!id) throw new Error(`unchecked file: no ${kind} ${codes.join('/')}`);
    return id;
  }

  /** The same for a reference that may be absent. */
  idOrNull(kind: string, ...codes: (string | null)[]): string | null {
    return codes.includes(null) ? null : this.id(kind, ...(codes as string[]));
  }
}
