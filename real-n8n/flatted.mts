type Json = Record<string, unknown>;

/**
 * Reads the form in which n8n stores runs: a list of values in which every object, list and text
 * inside another one is replaced by its position in the list.
 */
export function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const done = new Map<number, unknown>();
	const at = (position: number): unknown => {
		if (done.has(position)) return done.get(position);
		const value = values[position];
		if (Array.isArray(value)) {
			const list: unknown[] = [];
			done.set(position, list);
			list.push(...value.map(resolve));
			return list;
		}
		if (typeof value === 'object' && value !== null) {
			const object: Json = {};
			done.set(position, object);
			for (const [name, member] of Object.entries(value)) object[name] = resolve(member);
			return object;
		}
		return value;
	};
	const resolve = (member: unknown): unknown =>
		typeof member === 'string' ? at(Number(member)) : member;
	return at(0);
}
