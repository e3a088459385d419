import type { Problem } from '../../errors.mts';

/** Refuses parameters that only the sandbox takes. Assumption: production answers them with 400. */
export function onlyInSandbox(
	sent: Readonly<Record<string, string | boolean | undefined>>,
	names: readonly string[],
): Problem[] {
	return names.flatMap((field) => {
		const value = sent[field];
		return value === undefined
			? []
			: [{ field, value: String(value), message: 'This parameter is for the sandbox only' }];
	});
}
