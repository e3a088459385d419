import type { Answer } from './errors.mts';

/** Where XI's older systems write the first day of their calendar for a date that there is not. */
const DATES = /^(?:promisedDeliveryDate|deliveredDate|dealReceivedOn|priceProtectionEndDate)$/;

/** An amount as text, with thousands signs and two decimals. */
const amount = (number: number): string =>
	number.toLocaleString('en-US', { minimumFractionDigits: 2 });

/** Lines of order details, each twice. */
function lines(list: unknown[]): unknown[] {
	const twice = (line: unknown) =>
		typeof line === 'object' && line !== null && 'ingramOrderLineNumber' in line;
	return list.flatMap((line) => (twice(line) ? [line, line] : [line]));
}

function member([name, value]: [string, unknown]): [string, unknown] {
	if (name === 'recordsFound' || name === 'index') return [name, value];
	if (name === 'serialNumbers' && Array.isArray(value)) {
		return ['serialnumbers', value.map((entry: { serialNumber: string }) => entry.serialNumber)];
	}
	if (name === 'trackingNumber' && typeof value === 'string' && value !== '') {
		return [name, `${value} ${value}-2`];
	}
	if (DATES.test(name)) return [name, '0001-01-01T00:00:00'];
	return [name, untidyValue(name === 'lines' && Array.isArray(value) ? lines(value) : value)];
}

function untidyValue(value: unknown): unknown {
	if (typeof value === 'string') return value === '' ? value : `${value}  `;
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'number') return Number.isInteger(value) ? value : amount(value);
	if (Array.isArray(value)) return value.map(untidyValue);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(member));
}

/**
 * A good answer with what XI's older systems leave in values: blanks behind texts, booleans as words,
 * amounts as text, the year 1 for no date, several tracking numbers in one, serial numbers in another
 * shape, and lines of order details twice.
 */
export const untidied = (answer: Answer): Answer =>
	answer.status < 300 && answer.body !== undefined
		? { ...answer, body: untidyValue(answer.body) }
		: answer;
