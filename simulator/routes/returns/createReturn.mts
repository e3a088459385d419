import { badRequest, type Problem } from '../../errors.mts';
import { usualHeaders } from '../../headers.mts';
import { defineOperation } from '../../operation.mts';
import { requestReturns, type ReturnEntry } from '../../state/returnRequest.mts';
import { creditOf, reasonOf, valueOf, type Return } from '../../state/returns.mts';
import { day } from '../orders/parts.mts';
import { text } from '../orders/schema.mts';

/** Digits in quotes are taken as well: the sample sends them so. */
const count = { type: ['integer', 'string'], minimum: 1, pattern: '^[1-9][0-9]*$' } as const;

/**
 * Parts of a place that the schema requires. Assumption: not of countries that have none, of which
 * these stand for all.
 */
const partsOfPlace: Record<'city' | 'state' | 'postalCode', readonly string[]> = {
	city: ['SG', 'HK', 'MC'],
	state: ['DE', 'NL', 'SG', 'NZ', 'HK', 'AE', 'IE', 'GB', 'MC'],
	postalCode: ['HK', 'AE', 'IE', 'PE'],
};

/** One object; the schema has a list, against every sample. */
const shipFromInfo = {
	type: 'object',
	additionalProperties: false,
	required: ['companyName', 'contact', 'addressLine1', 'countryCode', 'email'],
	properties: {
		companyName: text,
		contact: text,
		addressLine1: text,
		addressLine2: text,
		addressLine3: text,
		city: text,
		state: text,
		postalCode: text,
		countryCode: text,
		email: text,
		phoneNumber: text,
	},
} as const;

const body = {
	type: 'object',
	additionalProperties: false,
	required: ['list'],
	properties: {
		list: {
			type: 'array',
			minItems: 1,
			items: {
				type: 'object',
				additionalProperties: false,
				required: [
					'invoiceNumber',
					'invoiceDate',
					'quantity',
					'primaryReason',
					'secondaryReason',
					'shipFromInfo',
					'numberOfBoxes',
				],
				properties: {
					invoiceNumber: text,
					invoiceDate: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
					customerOrderNumber: text,
					ingramPartNumber: text,
					vendorPartNumber: text,
					serialNumber: text,
					quantity: count,
					primaryReason: text,
					secondaryReason: text,
					notes: text,
					referenceNumber: text,
					billToAddressId: text,
					shipFromInfo,
					numberOfBoxes: count,
				},
			},
		},
	},
} as const;

/**
 * Create return: `POST /resellers/v6/returns/create`.
 *
 * Assumptions: a product has an Ingram or a vendor part number, as its description says; the contact
 * is required, as the portal has it.
 */
export const createReturn = defineOperation({
	method: 'POST',
	endpoint: '/resellers/v6/returns/create',
	errors: 'wrapped',
	headers: [...usualHeaders, 'IM-CustomerContact'],
	query: {},
	body,
	check: ({ body: { list } }) => list.flatMap((entry, i) => problemOf(entry, i)),
	handle: ({ world, customer, body: { list } }) => {
		const made = requestReturns(world, customer, list);
		if ('problems' in made) return badRequest('wrapped', made.problems);
		return { status: 200, body: { returnsClaims: made.returns.map(answerOf) } };
	},
});

function problemOf(
	{ ingramPartNumber, vendorPartNumber, shipFromInfo: place }: ReturnEntry,
	position: number,
): Problem[] {
	const missing = Object.entries(partsOfPlace)
		.filter(([part, without]) => !place[part] && !without.includes(String(place.countryCode ?? '')))
		.map(([part]) => `shipFromInfo.${part}`);
	if (!ingramPartNumber && !vendorPartNumber) missing.unshift('ingramPartNumber');
	return missing.map((name) => ({
		field: `list[${position}].${name}`,
		message: 'Required field is missing',
	}));
}

function answerOf(one: Return): Record<string, unknown> {
	const { goods } = one.bought.line;
	return {
		rmaClaimId: one.claimId,
		caseRequestNumber: one.caseRequestNumber,
		referenceNumber: one.referenceNumber,
		// The day only, as the sample has it: midnight in California.
		createdOn: `${day(one.createdAt)}T07:00:00Z`,
		type: 'CLAIM',
		returnReason: reasonOf(one),
		ingramPartNumber: goods.ingramPartNumber,
		vendorPartNumber: goods.vendorPartNumber,
		quantity: one.quantity,
		notes: one.notes,
		estimatedTotalValue: valueOf(one),
		credit: creditOf(one) ?? null,
		status: one.status,
		links: [linkTo(one.caseRequestNumber)],
	};
}

/** The link to the details of a return. */
export const linkTo = (caseRequestNumber: string): object => ({
	topic: 'returnsClaimsDetails',
	href: `/resellers/v6/returns/${caseRequestNumber}`,
	type: 'get',
});
