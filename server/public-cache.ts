/** An answer that everybody gets, as it was made. */
export type Kept = { state: string; headers: [string, string][]; bytes: Uint8Array<ArrayBuffer> };

/**
 * Answers by their address, at most so many bytes together: what was asked for longest ago makes room. Pure.
 * @param most in bytes
 */
export function keepAnswers(most: number) {
  const kept = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string) => {
    size -= kept.get(key)?.bytes.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    /** The answer of an address, if it was made in this state. */
    find(key: string, state: string): Kept | null {
      const found = kept.get(key);
      if (!found) return null;
      drop(key);
      if (found.state !== state) return null;
      kept.set(key, found); // as the newest: a Map keeps the order of putting
      size += found.bytes.byteLength;
      return found;
    },
    put(key: string, answer: Kept): void {
      drop(key);
      if (answer.bytes.byteLength > most / 8) return; // one page does not drive out all others
      kept.set(key, answer);
      size += answer.bytes.byteLength;
      for (const oldest of kept.keys()) {
        if (size <= most) break;
        drop(oldest);
      }
    },
    get bytes(): number {
      return size;
    },
  };
}
