import { BadInput } from '../badInput';
import {
	type Field,
	isBlank,
	type NumberRules,
	quote,
	readWholeNumber,
	shown,
	type Texts,
	wholeNumber,
} from './field';

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
			const number = typeof value === 'string' ? Number(value) : value;
			if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) {
				throw new BadInput(
					`${label} is ${quote(value)}; it must be a number of at least 0`,
					'Write decimals with a point and thousands without a sign, e.g. 1299.95',
				);
			}
			return number;
		},
	};
}
