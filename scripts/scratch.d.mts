export function scratch(prefix: string): string;
