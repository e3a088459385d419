interface Property {
	readonly name: string;
	readonly type: string;
	readonly typeOptions?: { readonly multipleValues?: boolean };
	readonly options?: readonly unknown[];
}

interface Form {
	readonly name: string;
	readonly values: readonly Property[];
}

const FOLDED = 'additionalFields';

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function stored(value: Record<string, unknown>, { name, values }: Form) {
	const shown = values.map((property) => property.name);
	const entries = Object.entries(value);
	const rare = entries.filter(([key]) => !shown.includes(key));
	const first = Object.fromEntries(entries.filter(([key]) => shown.includes(key)));
	if (rare.length === 0 || !shown.includes(FOLDED)) return { [name]: value };
	const folded = isPlain(first[FOLDED]) ? first[FOLDED] : {};
	return { [name]: { ...first, [FOLDED]: { ...folded, ...Object.fromEntries(rare) } } };
}

/**
 * Parameters as n8n stores them, of which forms (addresses) may be written as their values alone:
 * `{ city: 'Irvine', name1: 'A' }` for `{ address: { city: 'Irvine', additionalFields: { name1: 'A' } } }`.
 *
 * @param properties those of the node. Where one is no form, as in an older build, nothing changes.
 */
export function withForms<P extends object>(parameters: P, properties: readonly Property[]): P {
	const changed = Object.entries(parameters).map(([name, value]: [string, unknown]) => {
		const within = properties
			.filter((one) => one.name === name && one.type === 'collection')
			.flatMap(({ options = [] }) => options as Property[]);
		if (within.length > 0 && isPlain(value)) return [name, withForms(value, within)];
		const forms = properties
			.filter((one) => one.name === name && one.type === 'fixedCollection')
			.filter(({ typeOptions }) => typeOptions?.multipleValues !== true)
			.flatMap(({ options = [] }) => (options.length === 1 ? (options as Form[]) : []));
		const [form] = forms;
		const isStored = forms.some((one) => isPlain(value) && one.name in value);
		if (!form || !isPlain(value) || isStored || Object.keys(value).length === 0)
			return [name, value];
		return [name, stored(value, form)];
	});
	return Object.fromEntries(changed) as P;
}
