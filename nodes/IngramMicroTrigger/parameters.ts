import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import {
	choice,
	choices,
	collection,
	type Fields,
	flag,
	optionalChoice,
	optionalFlag,
	optionalWholeNumber,
} from '../shared/fields/field';
import type { Return } from './eventItems';
import { EVENT_NAMES, type EventName, KINDS } from './kinds';

const EVENTS = EVENT_NAMES.map((value) => {
	const { name, description } = KINDS[value];
	return { name, value, description };
});

export const DEFAULT_DEADLINE_SECONDS = 5;

const returned = choice(
	'Output Items',
	[
		{
			name: 'One Item per Line',
			value: 'line',
			description: 'Each line of an order and each product of a quote, with what it belongs to',
		},
		{
			name: 'One Item per Order, Product or Quote',
			value: 'resource',
			description: 'Each order, product or quote that the event is about',
		},
		{
			name: 'One Item per Event',
			value: 'event',
			description: 'Everything that came in one event, with the list of its resources',
		},
	],
	{ default: 'resource', description: 'What each output item stands for' },
);

const settings = {
	triggerOn: choices<EventName>('Trigger On', EVENTS, { default: [] }),
	return: returned,
	confirm: flag('Confirm With Ingram Micro', {
		default: true,
		description:
			'Whether to read each order, product or quote back from Ingram Micro before the workflow starts. Leave it on where anything depends on the event, since the signature of an event does not cover what the event says. A confirmed item has the whole answer in current, and what the event said in reported.',
	}),
	verifySignature: flag('Verify Signature', {
		default: true,
		description:
			'Whether to refuse deliveries that were not signed with one of the Webhook Secret Keys in the credential',
	}),
};

const options = collection(
	'Options',
	{
		deadlineSeconds: optionalWholeNumber('Deadline (Seconds)', {
			min: 1,
			max: 60,
			default: DEFAULT_DEADLINE_SECONDS,
			description:
				'How long a delivery may wait for the confirmation. Used with Confirm With Ingram Micro.',
		}),
		ifNotConfirmed: optionalChoice<'refuse' | 'start'>(
			'If It Cannot Be Confirmed',
			[
				{
					name: 'Refuse the Delivery',
					value: 'refuse',
					description: 'Answer with status 503, so that Ingram Micro may deliver it again',
				},
				{
					name: 'Start the Workflow',
					value: 'start',
					description: 'With items that say that they are not confirmed',
				},
			],
			{
				default: 'start',
				description:
					'What to do when no clear answer comes in time. Used with Confirm With Ingram Micro.',
			},
		),
		includeRawBody: optionalFlag('Include Raw Body', {
			default: true,
			description:
				'Whether each item also has what Ingram Micro sent, unchanged, in the field body',
		}),
	},
	{ addLabel: 'Add option' },
);

const propertyOf = (name: string, fields: Fields): INodeProperties => ({
	...fields[name].property,
	name,
});

const notice = (name: string, displayName: string, verified: boolean): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
	displayOptions: { show: { verifySignature: [verified] } },
});

/** The steps, each with its number, since a notice shows no other tags than a, ul and li. */
const setUp = (...steps: string[]): string =>
	`Ingram Micro cannot be told of a webhook from here. Set it up once by hand:<ul>${steps
		.map((step, index) => `<li>Step ${index + 1}: ${step}</li>`)
		.join('')}</ul>`;

/** The parameters of the trigger, as n8n shows them. */
export const properties: INodeProperties[] = [
	{
		displayName: setUp(
			'Copy the Production URL above (for a try, the Test URL). It must begin with https and be reachable from the internet.',
			'In Ingram Micro’s <a href="https://developer.ingrammicro.com" target="_blank">developer portal</a> open Apps, your app, Webhooks, and add a webhook.',
			'Pick its events, and paste the URL as its destination.',
			'Copy its secret key into Webhook Secret Keys of the credential.',
			'Add what is to happen behind this node, such as Get Order of Ingram Micro Orders.',
			'Save, and publish the workflow.',
		),
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	},
	{ ...propertyOf('triggerOn', settings), required: true },
	propertyOf('return', settings),
	{ ...propertyOf('confirm', settings), noDataExpression: true },
	{ ...propertyOf('verifySignature', settings), noDataExpression: true },
	notice(
		'unverifiedNotice',
		'The signature is not verified: anybody who knows the URL can start this workflow. Leave Confirm With Ingram Micro on at least.',
		false,
	),
	{ ...propertyOf('options', { options }), name: 'options' },
];

/** The line under the node's name: what starts it, and whether anybody could. */
export const subtitle = `={{ ($parameter["triggerOn"].length === 1 ? (${JSON.stringify(
	Object.fromEntries(EVENTS.map(({ value, name }) => [value, name])),
)})[$parameter["triggerOn"][0]] : $parameter["triggerOn"].length + " events") + ($parameter["verifySignature"] === false ? " (signature not verified)" : "") }}`;

/** What a person set in the node. */
export interface Settings {
	readonly triggerOn: ReadonlySet<EventName>;
	readonly return: Return;
	readonly confirm: boolean;
	readonly verifySignature: boolean;
	readonly deadlineMs: number;
	readonly ifNotConfirmed: 'refuse' | 'start';
	readonly includeRawBody: boolean;
}

/** Whether deliveries must be signed. Only a plain "off" switches it off. */
export const mustVerify = (stored: unknown): boolean => stored !== false;

/**
 * The settings of a delivery.
 *
 * @throws BadInput for a value that n8n cannot have stored, such as one from an expression
 */
export function settingsOf(context: Pick<IWebhookFunctions, 'getNodeParameter'>): Settings {
	const more = options.read(context.getNodeParameter('options', {}), "'Options'");
	return {
		triggerOn: new Set(
			settings.triggerOn.read(context.getNodeParameter('triggerOn', []), "'Trigger On'"),
		),
		return: settings.return.read(context.getNodeParameter('return', 'resource'), "'Output Items'"),
		confirm: settings.confirm.read(
			context.getNodeParameter('confirm', true),
			"'Confirm With Ingram Micro'",
		),
		verifySignature: mustVerify(context.getNodeParameter('verifySignature', true)),
		deadlineMs: (more.deadlineSeconds ?? DEFAULT_DEADLINE_SECONDS) * 1000,
		ifNotConfirmed: more.ifNotConfirmed ?? 'start',
		includeRawBody: more.includeRawBody ?? false,
	};
}
