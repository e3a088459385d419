import { isRecord, keysInOrder } from '../records';

/*
 * JSON with which the editor begins, so that people see the shape: names without values. What was left
 * of it as it was is not meant to be sent, and not meant to be dropped either.
 */

const isSame = (one: unknown, other: unknown): boolean =>
	JSON.stringify(keysInOrder(one)) === JSON.stringify(keysInOrder(other));

const isPart = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isEmpty = (value: unknown): boolean =>
	value === null || (typeof value === 'string' && value.trim() === '');

/**
 * The parts of a skeleton that somebody filled in elsewhere and left as they were.
 *
 * @param values whether single values count as well; else they are empty, and left out
 * @returns the names of the parts, an entry of a list as `entry 2`
 */
export function leftOf(given: unknown, skeleton: unknown, values = false): string[] {
	if (Array.isArray(given) && Array.isArray(skeleton)) {
		const shapes: readonly unknown[] = skeleton;
		return given.flatMap((entry: unknown, position) =>
			shapes.some((shape) => isSame(entry, shape))
				? [`entry ${position + 1}`]
				: leftOf(entry, shapes[position] ?? shapes[0], values),
		);
	}
	if (!isRecord(given) || !isRecord(skeleton)) return [];
	return Object.entries(skeleton).flatMap(([name, shape]) => {
		const value = given[name];
		if (!isPart(shape)) {
			return values && name in given && isEmpty(shape) && isEmpty(value) ? [name] : [];
		}
		return isSame(value, shape) ? [name] : leftOf(value, shape, values);
	});
}
