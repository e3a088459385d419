import { asObject, type Field, isBlank, shown, type Texts } from './field';

/** How the form speaks of its fields, and when it is asked for again. */
interface FormRules extends Texts {
	/** The name of a resource mapping method of the node, which gives the fields. */
	readonly method: string;
	/** Parameters whose change brings another form, e.g. `quote.value`. */
	readonly dependsOn: string[];
	readonly fieldWords: { singular: string; plural: string };
}

/**
 * A form whose fields are known only at Ingram Micro: n8n's resource mapper, in its mode `add`, in
 * which mandatory fields cannot be taken away. n8n stores the values by the IDs of the fields, beside
 * the fields themselves; a field without a value is left out.
 *
 * Reads as the values by the IDs of their fields. What fields there are is not checked here: that
 * depends on the state of things at Ingram Micro, which may have changed since.
 */
export function resourceMapper(
	displayName: string,
	{ method, dependsOn, fieldWords, ...texts }: FormRules,
): Field<Record<string, unknown>> {
	return {
		property: {
			displayName,
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			...shown(texts),
			typeOptions: {
				loadOptionsDependsOn: dependsOn,
				resourceMapper: {
					resourceMapperMethod: method,
					mode: 'add',
					fieldWords,
					addAllFields: true,
					supportAutoMap: false,
				},
			},
		},
		read(value, label) {
			const stored = asObject(value, label);
			// Values by themselves come from an expression, or from a model that uses the node as a tool.
			const values = 'mappingMode' in stored ? stored.value : stored;
			const given = Object.entries(asObject(values, label));
			return Object.fromEntries(given.filter(([, one]) => !isBlank(one)));
		},
	};
}
