import { BadInput } from '../errors';
import { type Field, isBlank, quotedValue } from './declaration';
import { cleanIdentifier } from '../invisible';

function readBoolean(value: unknown, label: string): boolean | undefined {
	if (isBlank(value)) return undefined;
	if (typeof value === 'boolean') return value;
	const lowered = typeof value === 'string' ? cleanIdentifier(value).text.toLowerCase() : value;
	if (lowered === 'true') return true;
	if (lowered === 'false') return false;
	throw new BadInput(`${label} is ${quotedValue(value)}; it must be true or false`);
}

/** A switch. `description` starts with "Whether". */
export function flag(
	displayName: string,
	{ default: initial, description }: { default: boolean; description: string },
): Field<boolean> {
	return {
		property: { displayName, type: 'boolean', default: initial, description },
		read: (value, label) => readBoolean(value, label) ?? initial,
	};
}

/** A switch on which money depends: an expression that gives nothing is refused, and not read as off. */
export function strictFlag(
	displayName: string,
	rules: { default: boolean; description: string },
): Field<boolean> {
	return {
		property: flag(displayName, rules).property,
		read(value, label) {
			const read = readBoolean(value, label);
			if (read === undefined) {
				throw new BadInput(`${label} is empty; it must be true or false`, 'Check the expression');
			}
			return read;
		},
	};
}

/** A switch inside a collection: not added reads as undefined, so that XI's own default holds. */
export function optionalFlag(
	displayName: string,
	{ description, default: initial = false }: { description: string; default?: boolean },
): Field<boolean | undefined> {
	return {
		property: { displayName, type: 'boolean', default: initial, description },
		read: readBoolean,
	};
}
