/** Names in the list fields of a tie's form: such a field travels as one text by commas, and a name may have one. */
export function printName(name: string | number): string {
  return String(name).replaceAll('%', '%25').replaceAll(',', '%2C');
}

/** The name that printName printed. */
export function readName(printed: string): string {
  return printed.replaceAll('%2C', ',').replaceAll('%25', '%');
}
