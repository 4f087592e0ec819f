/** JSON that the database has written already: an answer of thousands of rows goes out as it came. */
export class JsonText {
  readonly pieces: readonly string[];

  constructor(...pieces: string[]) {
    this.pieces = pieces;
  }

  get text(): string {
    return this.pieces.join('');
  }

  /** Its pieces as bytes behind each other: joined as text first, a long one would be copied once more. */
  bytes(): Buffer<ArrayBuffer> {
    return Buffer.concat(this.pieces.map((piece) => Buffer.from(piece)));
  }
}
