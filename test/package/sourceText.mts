import type { ICredentialType, INodeType } from 'n8n-workflow';

import type { Built } from './built.mts';

/** Source text that was not made from a value, e.g. the name of a constant. */
export class Code {
	constructor(readonly text: string) {}
}

/** A value as the literal that a person would have typed: keys without quotes where they need none. */
export function literal(value: unknown): string {
	if (value instanceof Code) return value.text;
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		// Each line begins with a tab, since a rule counts the columns before its advice.
		const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
		return `{ ${entries.map(([key, entry]) => `${keyOf(key)}: ${literal(entry)}`).join(',\n\t')} }`;
	}
	const text = JSON.stringify(value) as string | undefined;
	if (text === undefined) throw new Error(`A ${typeof value} has no literal`);
	return text;
}

const keyOf = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));

/** 'main' as NodeConnectionTypes.Main, which is how the doors have it. */
const connections = (ends: unknown) =>
	Array.isArray(ends)
		? ends.map((end: unknown) => (end === 'main' ? new Code('NodeConnectionTypes.Main') : end))
		: ends;

const EMPTY_METHODS: Record<string, string> = {
	execute: 'async execute(this: IExecuteFunctions) {\n\treturn await run(this);\n}',
	webhook: 'async webhook(this: IWebhookFunctions) {\n\treturn await run(this);\n}',
};

/** A node class with nothing in it but its description, every property of it spelled out. */
export function nodeText({ className, instance, methods }: Built<INodeType>): string {
	const { description, webhookMethods } = instance;
	const lifecycle = Object.fromEntries(
		Object.entries(webhookMethods ?? {}).map(([webhook, group]) => [
			webhook,
			Object.fromEntries(Object.keys(group).map((name) => [name, new Code('async () => true')])),
		]),
	);
	return `
		import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
		import { run } from '../shared/loop/run';

		export class ${className} implements INodeType {
			description: INodeTypeDescription = ${literal({
				...description,
				inputs: connections(description.inputs),
				outputs: connections(description.outputs),
			})};
			${webhookMethods === undefined ? '' : `webhookMethods = ${literal(lifecycle)};`}
			${methods.map((name) => EMPTY_METHODS[name] ?? `async ${name}() {}`).join('\n')}
		}
	`;
}

/** A credential class likewise. */
export function credentialText({ className, instance }: Built<ICredentialType>): string {
	const { name, extends: parents, displayName, icon, documentationUrl, properties } = instance;
	const { authenticate, test } = instance;
	const fields = { name, extends: parents, displayName, icon, documentationUrl };
	return `
		import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

		export class ${className} implements ICredentialType {
			${Object.entries(fields)
				.filter(([, value]) => value !== undefined)
				.map(([field, value]) => `${field} = ${literal(value)};`)
				.join('\n')}
			properties: INodeProperties[] = ${literal(properties)};
			${authenticate === undefined ? '' : `authenticate: IAuthenticateGeneric = ${literal(authenticate)};`}
			${test === undefined ? '' : `test: ICredentialTestRequest = ${literal(test)};`}
		}
	`;
}
