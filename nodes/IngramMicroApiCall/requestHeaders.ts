import { BadInput } from '../shared/errors';
import { type Field, labelOf, quotedValue, requiredText, rows } from '../shared/fields/field';
import { ACCOUNT_RULES } from '../shared/transport/account';
import { namedValuesIn, textOfValue } from './namedValues';

/** Headers as they go out. */
export type Headers = Readonly<Record<string, string>>;

const ROW = 'header';
const DROP_IT = 'Check the expression, or remove the header';
/** What names of headers are made of, so that no proxy on the way leaves one out. */
const NAME = /^[a-z][a-z\d-]*$/i;
/** What a value may hold. A line break would begin a header of its own. */
const PRINTABLE = /^[\x20-\x7e]*$/;

const { customerNumber, countryCode, senderId, customerContact } = ACCOUNT_RULES;
const ofAccount = ({ displayName }: { displayName: string }): string =>
	`it comes from ${displayName} of the credential, or under Options`;
const ofSender = ofAccount(senderId);
const AS_JSON = 'the body goes out as JSON';

/** Where headers come from that are not for the user to write. The first that fits counts. */
const OWNED: ReadonlyArray<readonly [names: RegExp, source: string]> = [
	[/^authorization$/i, 'the token comes from the credential'],
	[/^im-customernumber$/i, ofAccount(customerNumber)],
	[/^im-countrycode$/i, ofAccount(countryCode)],
	[/^im-(?:senderid|applicationid)$/i, ofSender],
	[/^im-customercontact$/i, ofAccount(customerContact)],
	[/^im-correlationid$/i, 'each call gets a new one, which its errors name'],
	[/^im-/i, 'headers of this kind say for whom a call is made, which the credential does'],
	[/^accept-language$/i, 'it comes from Language under Options'],
	[/^content-(?:type|encoding)$/i, AS_JSON],
	[/^(?:host|forwarded|x-forwarded-.*)$/i, 'the host comes from the credential'],
	[
		/^x-(?:http-method|method-override|http-method-override|original-url|rewrite-url)$/i,
		'it could turn the call into another one: Method and Path say which it is',
	],
	[
		/^(?:accept-encoding|connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade|proxy-.*)$/i,
		'the connection makes it',
	],
];

const nameText = requiredText('Name', {
	placeholder: 'e.g. version',
	description: 'The name of the header as Ingram Micro documents it',
});
const valueText = requiredText('Value', {
	prose: true,
	placeholder: 'e.g. 6',
	description: 'The value of the header, in plain letters, digits and signs',
});

const shown = rows(
	'Headers',
	{ name: ROW, displayName: 'Header', fields: { name: nameText, value: valueText } },
	{
		addLabel: 'Add header',
		description:
			'Headers of this call alone. Those of the account, the token and the correlation ID are there already.',
	},
);

/** A name as it goes out, which may be no name that is somebody else's. */
function nameOf(given: unknown, place: string): string {
	const label = labelOf('Name', place);
	const name = textOfValue(given, label, DROP_IT).replace(/^ +| +$/g, '');
	if (!NAME.test(name)) {
		throw new BadInput(
			`${label} is ${quotedValue(name)}; the name of a header has letters, digits and hyphens, e.g. version`,
			DROP_IT,
		);
	}
	const source = OWNED.find(([names]) => names.test(name))?.[1];
	if (source === undefined) return name;
	throw new BadInput(
		`${label} is ${quotedValue(name)}, which is no header to set here: ${source}`,
		'Remove the header',
	);
}

function valueOf(given: unknown, place: string): string {
	const label = labelOf('Value', place);
	const value = textOfValue(given, label, DROP_IT).replace(/^ +| +$/g, '');
	if (PRINTABLE.test(value)) return value;
	throw new BadInput(
		`${label} is ${quotedValue(value)}; a header holds plain letters, digits and signs on one line`,
		'Remove line breaks and control characters; encode other letters, in an expression by encodeURIComponent()',
	);
}

/**
 * Headers of one call. They are read as they came, since whatever is cleaned could hide what is meant.
 * Those that the account, the token or the connection owns are refused with where they come from.
 */
export const requestHeaders: Field<Headers> = {
	property: shown.property,
	read(value, label) {
		const headers = new Map<string, readonly [name: string, value: string]>();
		for (const { place, name: given, value: own } of namedValuesIn(value, ROW, label)) {
			const name = nameOf(given, place);
			// To HTTP names in other capitals are the same.
			if (headers.has(name.toLowerCase())) {
				throw new BadInput(`${label} holds the header ${name} twice`, 'Keep one of them');
			}
			headers.set(name.toLowerCase(), [name, valueOf(own, place)]);
		}
		return Object.fromEntries(headers.values());
	},
};
