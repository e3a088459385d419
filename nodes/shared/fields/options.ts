import { ACCOUNT_COUNTRIES } from '../countries';
import { ACCOUNT_RULES } from '../transport/account';
import { country } from './country';
import {
	collection,
	type Fields,
	mustHold,
	narrowing,
	optionalChoice,
	optionalWholeNumber,
	text,
} from './field';

const fromCredential = 'Leave empty to use the one in the credential.';
const rule = ({
	maxLength,
	pattern,
	words,
}: {
	maxLength: number;
	pattern?: RegExp;
	words?: string;
}) => ({
	maxLength,
	...(pattern && words !== undefined && { format: { pattern, words } }),
});

/** How patient the node is where nobody says so. */
export const DEFAULT_WAIT_SECONDS = 300;
export const DEFAULT_TIMEOUT_SECONDS = 60;
export const DEFAULT_LOOK_SECONDS = 30;
/** The longest maintenance that is known has eleven hours, and one more in doubt. */
export const DEFAULT_MAINTENANCE_HOURS = 12;

const common = {
	customerNumber: text(ACCOUNT_RULES.customerNumber.displayName, {
		...rule(ACCOUNT_RULES.customerNumber),
		placeholder: 'e.g. 20-222222',
		description: `The Ingram Micro account to use. ${fromCredential}`,
	}),
	countryCode: country(ACCOUNT_RULES.countryCode.displayName, {
		none: '(The One in the Credential)',
		countries: ACCOUNT_COUNTRIES,
		description:
			'The country of that account, if it is not the one in the credential. An expression may give a code such as US, or a name.',
	}),
	senderId: text(ACCOUNT_RULES.senderId.displayName, {
		...rule(ACCOUNT_RULES.senderId),
		placeholder: 'e.g. MyCompany',
		description: `The name under which Ingram Micro sees your calls. ${fromCredential}`,
	}),
	customerContact: text(ACCOUNT_RULES.customerContact.displayName, {
		...rule(ACCOUNT_RULES.customerContact),
		placeholder: 'e.g. buyer@example.com',
		description: `The e-mail address of the person for whom the call is made. ${fromCredential}`,
	}),
	acceptLanguage: text('Language', {
		maxLength: 35,
		format: { pattern: /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/, words: 'a language code, e.g. en' },
		placeholder: 'e.g. en',
		description:
			'The language of the answer. Ingram Micro documents it for the product search only.',
	}),
	duringMaintenance: mustHold(
		optionalChoice(
			'During Maintenance',
			[
				{ name: 'Fail', value: 'fail', description: 'Tell when it ends, and go no further' },
				{
					name: 'Wait Until It Ends',
					value: 'wait',
					description:
						'Keep the execution until then. What buys or changes something waits before it is sent, unless Ingram Micro takes it at night; everything else waits once it has failed.',
				},
			],
			{
				default: 'fail',
				description:
					'What to do in the hours of Ingram Micro’s daily maintenance, where those of the country are known',
			},
		),
	),
	maintenanceHours: optionalWholeNumber('Maintenance Wait (Hours)', {
		min: 1,
		max: 24,
		default: DEFAULT_MAINTENANCE_HOURS,
		description:
			'How long to wait for the end of the maintenance at most, where During Maintenance is Wait Until It Ends',
	}),
	maxWaitSeconds: optionalWholeNumber('Maximum Wait (Seconds)', {
		min: 0,
		max: 3600,
		default: DEFAULT_WAIT_SECONDS,
		description:
			'How long to wait, for each call, when Ingram Micro’s rate limit is used up. The usual limit is 60 calls a minute.',
	}),
	timeoutSeconds: optionalWholeNumber('Timeout (Seconds)', {
		min: 1,
		max: 600,
		default: DEFAULT_TIMEOUT_SECONDS,
		description: 'How long one answer may take, to its end',
	}),
};

const ADD = { addLabel: 'Add option' };

/** Which version of a call of details to make, where both answer in nearly the same shape. */
export const apiVersion = optionalChoice<'v6' | 'v6.1'>(
	'API Version',
	[
		{ name: '6', value: 'v6', description: 'The older one, superseded by 6.1' },
		{ name: '6.1', value: 'v6.1', description: 'The present one' },
	],
	{ default: 'v6.1', description: 'The version of the call. If not set, it is 6.1.' },
);

const forWrites = {
	...common,
	lookSeconds: optionalWholeNumber('Time to Look (Seconds)', {
		min: 0,
		max: 600,
		default: DEFAULT_LOOK_SECONDS,
		description:
			'When no clear answer comes, how long to look whether Ingram Micro did what it was asked. Nothing is ever sent twice.',
	}),
};

export type InputFields = 'nested' | 'merged';

const forReads = {
	...common,
	// Columns that are to be kept are not dropped unsaid.
	inputFields: narrowing(
		optionalChoice<InputFields>(
			'Input Fields',
			[
				{
					name: 'Beside the Output Fields',
					value: 'merged',
					description:
						'Where both have a name, the field of Ingram Micro stays in its place, and yours stands under input',
				},
				{
					name: 'Under the Name Input',
					value: 'nested',
					description: 'All of them in one object, apart from the output fields',
				},
			],
			{
				default: 'nested',
				description:
					'Whether each output item also has the fields of the input item that it came from, such as your own SKU',
			},
		),
	),
};

/** The options of an operation that reads and has some of its own besides. It declares them as its `options`. */
export const optionsWith = <F extends Fields>(own: F) =>
	collection('Options', { ...forReads, ...own }, ADD);

/** The same for an operation that writes. */
export const writeOptionsWith = <F extends Fields>(own: F) =>
	collection('Options', { ...forWrites, ...own }, ADD);

/**
 * Options that every operation has: for whom the call is made, where that differs from the
 * credential (resellers with accounts in several countries), and how long to be patient.
 */
export const options = collection('Options', common, ADD);

/** What of these names the account, by itself: it is known where another of them is wrong. */
export const accountOption = collection('Options', { customerNumber: common.customerNumber }, ADD);

/** The same for operations that read: they may hand the input item's own fields on. */
export const readOptions = optionsWith({});

/** The same for operations that write. */
export const writeOptions = writeOptionsWith({});
