import { inCapitals } from './comparing';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether a text is the code of a currency, in capitals. */
export const isCurrencyCode = (text: string): boolean => CODES.has(text);

/**
 * The currencies that a value names, each once. XI glues several together, also the same ("USD USD"),
 * and writes the number of an order before them ("20-RFKKT : USD").
 *
 * @returns their codes; where there is none the whole text, in capitals; nothing of an empty one
 */
export function currenciesIn(value: unknown): string[] {
	const text = inCapitals(value);
	const codes = text.split(/[\s,;:/|()]+/).filter(isCurrencyCode);
	if (codes.length === 0 && text !== '') return [text];
	return [...new Set(codes)];
}

/** Whether two values may mean one currency: what names none may mean any. */
export function mayBeOneCurrency(one: unknown, other: unknown): boolean {
	const [codes, others] = [currenciesIn(one), currenciesIn(other)];
	return codes.length === 0 || others.length === 0 || codes.some((code) => others.includes(code));
}
