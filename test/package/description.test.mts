import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import { credentials, nodes } from './built.mts';
import { credentialText, nodeText } from './sourceText.mts';

/*
 * n8n's rules for what people read look at object literals only, and ours come from functions. So
 * the built descriptions are written out as the source of a class, and that is what is linted.
 */

interface Message {
	path: string;
	ruleId: string;
	message: string;
}

/** Messages that we live with: rule, file, and a part of the text. */
const ACCEPTED: Array<[ruleId: string, path: string, part: string]> = [
	// The node itself is the resource, and a list of six or seven is still short enough to read.
	['@n8n/community-nodes/resource-operation-pattern', 'nodes/IngramMicroOrders/', ''],
	['@n8n/community-nodes/resource-operation-pattern', 'nodes/IngramMicroQuotes/', ''],
	// A status code, under the name that n8n looks for. As a password n8n would mask it, and it is
	// a number, which masking does not expect.
	[
		'@n8n/community-nodes/credential-password-field',
		'credentials/IngramMicroXiOAuth2Api.credentials.ts',
		"'tokenExpiredStatusCode'",
	],
	// An address goes down an envelope; what belongs together in a row stands together.
	['n8n-nodes-base/node-param-fixed-collection-type-unsorted-items', 'nodes/', ''],
];

const isAccepted = ({ ruleId, path, message }: Message) =>
	ACCEPTED.some(
		([rule, start, part]) => rule === ruleId && path.startsWith(start) && message.includes(part),
	);

// Under Jest's NODE_ENV, "test", one of the plugins takes every file for one of its own tests.
const { NODE_ENV: _, ...environment } = process.env;

function lint(texts: Array<{ path: string; text: string }>): Message[] {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(__dirname, 'lintTexts.mjs')],
		{
			input: JSON.stringify(texts),
			encoding: 'utf8',
			env: environment,
			maxBuffer: 64 * 1024 * 1024,
		},
	);
	if (status !== 0) throw new Error(stderr);
	return JSON.parse(stdout) as Message[];
}

/** Forms in the order in which people write what they hold: an envelope, a line of an invoice. */
const OWN_ORDER = ['address', 'line'];

/** n8n wants five or more fields in the order of the alphabet: such forms alone are sorted for its rules. */
function ownOrderSorted(property: INodeProperties): INodeProperties {
	const options = property.options?.map((option) => {
		if ('type' in option) return ownOrderSorted(option);
		if (!('values' in option)) return option;
		const values = option.values.map(ownOrderSorted);
		if (OWN_ORDER.includes(option.name)) {
			const shown = (one: INodeProperties) => one.displayName.toLowerCase();
			values.sort((one, other) => (shown(one) < shown(other) ? -1 : 1));
		}
		return { ...option, values };
	});
	return options ? { ...property, options } : property;
}

const forTheRules = (node: (typeof nodes)[number]): typeof node => {
	const { description } = node.instance;
	const properties = description.properties.map(ownOrderSorted);
	return { ...node, instance: { ...node.instance, description: { ...description, properties } } };
};

it('n8n’s rules have nothing to say about what people see', () => {
	const messages = lint([
		...nodes.map((node) => ({ path: node.source, text: nodeText(forTheRules(node)) })),
		...credentials.map((credential) => ({
			path: credential.source,
			text: credentialText(credential),
		})),
	]);
	expect(messages.filter((message) => !isAccepted(message))).toEqual([]);
});

it('the rules do read the text: they find what is spoiled on purpose', () => {
	const [node] = nodes;
	const { description } = node.instance;
	const spoiled: INodeProperties[] = [
		{
			displayName: 'not in title case',
			name: 'untidy',
			type: 'boolean',
			default: true,
			description: 'If it is on.',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			default: {},
			options: ['E', 'D', 'C', 'B', 'A'].map((displayName) => ({
				displayName,
				name: displayName.toLowerCase(),
				type: 'string',
				default: '',
			})),
		},
	];
	const [credential] = credentials;
	const rules = lint([
		{
			path: node.source,
			text: nodeText({
				...node,
				instance: {
					...node.instance,
					description: {
						...description,
						icon: 'file:missing.svg',
						properties: [...description.properties, ...spoiled],
					},
				},
			}),
		},
		{
			path: credential.source,
			text: credentialText({
				...credential,
				instance: { ...credential.instance, displayName: 'Something', documentationUrl: '' },
			}),
		},
	]).map(({ ruleId }) => ruleId);
	expect(rules).toEqual(
		expect.arrayContaining([
			'n8n-nodes-base/node-param-display-name-miscased',
			'n8n-nodes-base/node-param-description-boolean-without-whether',
			'n8n-nodes-base/node-param-description-excess-final-period',
			'n8n-nodes-base/node-param-collection-type-unsorted-items',
			'@n8n/community-nodes/icon-validation',
			'n8n-nodes-base/cred-class-field-display-name-missing-oauth2',
		]),
	);
});
