import { BadInput } from '../badInput';
import { type Field, shown, type Texts } from './declaration';
import { isBlank } from './given';

function parse(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

/** JSON, typed in or given by an expression; a text is parsed. Blank reads as undefined. */
export function json(displayName: string, rules: Texts & { default?: string }): Field {
	return {
		property: {
			displayName,
			type: 'json',
			default: rules.default ?? '',
			...shown(rules),
		},
		read(value, label) {
			if (isBlank(value)) return undefined;
			if (typeof value !== 'string') return value;
			const parsed = parse(value);
			if ('problem' in parsed) {
				throw new BadInput(
					`${label} is not valid JSON: ${parsed.problem}`,
					'Correct the JSON, or use an expression that gives the list itself',
				);
			}
			return parsed.value;
		},
	};
}
