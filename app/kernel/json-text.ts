/** JSON that the database has written already: an answer of thousands of rows goes out as it came. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
