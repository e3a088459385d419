import type { IExecuteFunctions } from 'n8n-workflow';

/** Shows a sentence with the output of the node, in those versions of n8n that can. */
export function addHint(context: IExecuteFunctions, message: string): void {
	const { addExecutionHints: add } = context as Partial<
		Pick<IExecuteFunctions, 'addExecutionHints'>
	>;
	add?.call(context, { message, type: 'warning', location: 'outputPane' });
}
