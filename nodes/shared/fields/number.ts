import { BadInput } from '../errors';
import { type Field, isBlank, quotedValue, shown, type Texts } from './declaration';
import { cleanIdentifier } from '../invisible';

interface NumberRules extends Texts {
	min: number;
	max?: number;
	default: number;
}

/** A number as people and sheets write it; what programs write, as 0x10, is none. */
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number, or a text that is one, as it was meant. */
function numberOf(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const { text } = cleanIdentifier(value);
	return PLAIN.test(text) ? Number(text) : NaN;
}

function readWholeNumber(value: unknown, label: string, { min, max }: NumberRules) {
	if (isBlank(value)) return undefined;
	const number = numberOf(value);
	const fits =
		typeof number === 'number' &&
		Number.isSafeInteger(number) &&
		number >= min &&
		(max === undefined || number <= max);
	if (!fits) {
		const range = max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
		throw new BadInput(`${label} is ${quotedValue(value)}; it must be a whole number ${range}`);
	}
	return number;
}

/** A whole number within limits. Blank reads as the default. */
export function wholeNumber(displayName: string, rules: NumberRules): Field<number> {
	const { min, max } = rules;
	return {
		property: {
			displayName,
			type: 'number',
			default: rules.default,
			typeOptions: { minValue: min, ...(max !== undefined && { maxValue: max }) },
			...shown(rules),
		},
		read: (value, label) => readWholeNumber(value, label, rules) ?? rules.default,
	};
}

/** A whole number inside a collection: not added reads as undefined. */
export function optionalWholeNumber(
	displayName: string,
	rules: NumberRules,
): Field<number | undefined> {
	return {
		property: wholeNumber(displayName, rules).property,
		read: (value, label) => readWholeNumber(value, label, rules),
	};
}

/** A whole number that must be there. */
export function requiredWholeNumber(displayName: string, rules: NumberRules): Field<number> {
	return {
		property: { ...wholeNumber(displayName, rules).property, required: true },
		read(value, label) {
			const number = readWholeNumber(value, label, rules);
			if (number === undefined) throw new BadInput(`${label} is empty`, rules.description);
			return number;
		},
	};
}

/** An amount of money or a percentage, not below 0, inside a collection: not added reads as undefined. */
export function optionalAmount(displayName: string, texts: Texts): Field<number | undefined> {
	return {
		property: {
			displayName,
			type: 'number',
			default: 0,
			typeOptions: { minValue: 0, numberPrecision: 4 },
			...shown(texts),
		},
		read(value, label) {
			if (isBlank(value)) return undefined;
			const number = numberOf(value);
			const fits = typeof number === 'number' && number >= 0 && number <= Number.MAX_SAFE_INTEGER;
			if (!fits) {
				throw new BadInput(
					`${label} is ${quotedValue(value)}; it must be a number of at least 0`,
					'Write decimals with a point and thousands without a sign, e.g. 1299.95',
				);
			}
			return number;
		},
	};
}
