import type { INodePropertyOptions } from 'n8n-workflow';

import { BadInput } from '../errors';
import { type Field, isBlank, quotedValue, shown, type Texts } from './declaration';
import { cleanIdentifier } from '../invisible';

type Choice<V extends string> = INodePropertyOptions & { value: V };

/** The choice that a value names: by stored value, or by shown name, in any case. */
function choiceNamed<V extends string>(
	value: unknown,
	choices: ReadonlyArray<Choice<V>>,
): Choice<V> | undefined {
	const wanted = cleanIdentifier(String(value)).text.toLowerCase();
	return choices.find(
		(choice) => choice.value.toLowerCase() === wanted || choice.name.toLowerCase() === wanted,
	);
}

/** The same where it has to name one. */
function findChoice<V extends string>(
	value: unknown,
	label: string,
	choices: ReadonlyArray<Choice<V>>,
): V {
	const found = choiceNamed(value, choices);
	if (!found) {
		throw new BadInput(
			`${label} is ${quotedValue(value)}, which is not one of its choices`,
			`Choose one of: ${choices.map(({ name }) => name).join(', ')}`,
		);
	}
	return found.value;
}

/** One of several choices that is always set. */
export function choice<V extends string>(
	displayName: string,
	choices: ReadonlyArray<Choice<V>>,
	rules: Texts & { default: V },
): Field<V> {
	return {
		property: {
			displayName,
			type: 'options',
			options: [...choices],
			default: rules.default,
			...shown(rules),
		},
		read: (value, label) => (isBlank(value) ? rules.default : findChoice(value, label, choices)),
	};
}

/** One of several choices inside a collection: not added reads as undefined. */
export function optionalChoice<V extends string>(
	displayName: string,
	choices: ReadonlyArray<Choice<V>>,
	rules: Texts & { default: V },
): Field<V | undefined> {
	return {
		property: choice(displayName, choices, rules).property,
		read: (value, label) => (isBlank(value) ? undefined : findChoice(value, label, choices)),
	};
}

/**
 * One of several choices inside a collection, where XI may take others that no document lists: what an
 * expression gives beside them goes out as it is, once it was read as `other`. Not added reads as undefined.
 */
export function openChoice(
	displayName: string,
	choices: ReadonlyArray<Choice<string>>,
	rules: Texts & { default: string; other: Field<string | undefined> },
): Field<string | undefined> {
	return {
		property: choice(displayName, choices, rules).property,
		read(value, label, reading) {
			const given = rules.other.read(value, label, reading);
			return choiceNamed(given, choices)?.value ?? given;
		},
	};
}

/**
 * Several of a set of choices, where XI may have others that no document lists: what an expression gives
 * beside them stays as it is, once it was read as `other`. Nothing chosen reads as undefined.
 */
export function openChoices(
	displayName: string,
	options: ReadonlyArray<Choice<string>>,
	rules: Texts & { other: Field<string[] | undefined> },
): Field<string[] | undefined> {
	return {
		property: choices(displayName, options, { ...rules, default: [] }).property,
		read: (value, label, reading) =>
			rules.other
				.read(value, label, reading)
				?.map((given) => choiceNamed(given, options)?.value ?? given),
	};
}

/** Several of a set of choices. An expression may give a list or a comma-separated text. */
export function choices<V extends string>(
	displayName: string,
	options: ReadonlyArray<Choice<V>>,
	rules: Texts & { default: V[] },
): Field<V[]> {
	return {
		property: {
			displayName,
			type: 'multiOptions',
			options: [...options],
			default: rules.default,
			...shown(rules),
		},
		read(value, label) {
			if (value === undefined || value === null) return rules.default;
			const entries: unknown[] = typeof value === 'string' ? value.split(',') : [value].flat();
			return entries
				.filter((entry) => !isBlank(entry))
				.map((entry) => findChoice(entry, label, options));
		},
	};
}

/** The same where at least one must be chosen. What a model leaves empty is as it was set. */
export function someChoices<V extends string>(
	displayName: string,
	options: ReadonlyArray<Choice<V>>,
	{ ifNone, ...rules }: Texts & { default: V[]; ifNone: string },
): Field<V[]> {
	const field = choices(displayName, options, rules);
	return {
		...field,
		read(value, label, reading) {
			const read = field.read(value, label, reading);
			if (read.length > 0) return read;
			if (reading?.mayBeEmpty) return rules.default;
			throw new BadInput(`${label} is empty`, ifNone);
		},
	};
}
