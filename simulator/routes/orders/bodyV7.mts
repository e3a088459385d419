import type { XStatic } from 'typebox/schema';
import type { OrderRequest } from '../../state/orderRequest.mts';
import { attributesOf } from './bodyV6.mts';
import {
	endUserV7,
	lineEndUserV7,
	nullable,
	nullableAttributes,
	nullableListOf,
	nullableObject,
	nullableUpTo,
	object,
	resellerV7,
	shipComplete,
	shipToV7,
} from './schema.mts';

const flag = { type: ['boolean', 'null'] } as const;
const price = { type: ['number', 'null'] } as const;
const whole = { type: ['integer', 'null'] } as const;

/** Vendor fields; the innermost level really has a name without capitals. */
const vendorFields = nullableListOf(
	object({
		vendorName: nullable,
		productId: nullable,
		additionalAttributes: nullableListOf(
			object({
				attributeName: nullable,
				attributeValue: nullable,
				attributeDescription: nullable,
				attributeHint: nullable,
				choices: nullableListOf(
					object({
						attributeValue: nullable,
						attributeDescription: nullable,
						choices: nullableListOf(object({ attributename: nullable, attributeValue: nullable })),
					}),
				),
			}),
		),
	}),
);

const line = object({
	customerLineNumber: nullableUpTo(3),
	ingramPartNumber: nullableUpTo(18),
	vendorPartNumber: nullable,
	quantity: whole,
	unitPrice: price,
	specialBidNumber: nullableUpTo(36),
	endUserPrice: price,
	notes: nullable,
	endUserInfo: nullableListOf(lineEndUserV7),
	additionalAttributes: nullableAttributes,
	vmfAdditionalAttributesLines: nullableAttributes,
	vriAdditionalAttributes: vendorFields,
	planid: nullable,
	resourceId: nullable,
	billingPeriod: nullableListOf(object({ type: nullable, duration: whole })),
	subscriptionPeriod: nullableListOf(
		object({
			type: nullable,
			duration: whole,
			startDate: nullable,
			endDateAlignmentType: nullable,
			subscriptionId: nullable,
		}),
	),
	warrantyInfo: nullableObject({
		hardwareLineLink: nullable,
		warrantyLineLink: nullable,
		directLineLink: nullableUpTo(25),
		serialInfo: nullableListOf(
			object({
				dateOfPurchase: nullableUpTo(8),
				shipDate: nullableUpTo(8),
				primarySerialNumber: nullable,
				secondarySerialNumber: nullable,
			}),
		),
	}),
	endCustomerPrice: price,
	margin: price,
});

/** Body of `POST /resellers/v7/orders`: quoted booleans and unquoted phone numbers are refused. */
export const bodyV7 = {
	type: 'object',
	additionalProperties: false,
	required: [],
	properties: {
		quoteNumber: nullableUpTo(35),
		customerOrderNumber: nullableUpTo(18),
		endCustomerOrderNumber: nullableUpTo(18),
		notes: nullable,
		billToAddressId: nullable,
		specialBidNumber: nullable,
		acceptBackOrder: flag,
		vendAuthNumber: nullable,
		resellerInfo: resellerV7,
		endUserInfo: endUserV7,
		shipToInfo: shipToV7,
		shipmentDetails: nullableObject({
			carrierCode: nullableUpTo(10),
			requestedDeliveryDate: nullableUpTo(8),
			shipComplete: { enum: [...shipComplete.enum, null] },
			shippingInstructions: nullableUpTo(132),
			freightAccountNumber: nullable,
			signatureRequired: flag,
		}),
		additionalAttributes: nullableAttributes,
		vmfAdditionalAttributes: nullableAttributes,
		vmfVendorAdditionalAttributes: vendorFields,
		vriAdditionalAttributes: vendorFields,
		lines: nullableListOf(line),
	},
} as const;

/** The body of a v7 order that has passed the schema. */
export type BodyV7 = XStatic<typeof bodyV7>;

type NoNull<T> = T extends null
	? never
	: T extends readonly (infer I)[]
		? NoNull<I>[]
		: T extends object
			? { [K in keyof T]: NoNull<Exclude<T[K], null>> }
			: T;

/** Brings a v7 body into the common shape. Null is the same as left out. */
export function requestOfV7(sent: BodyV7): OrderRequest {
	const body = withoutNulls(sent);
	const lines = body.lines ?? [];
	return {
		...pick(body, [
			'quoteNumber',
			'customerOrderNumber',
			'endCustomerOrderNumber',
			'billToAddressId',
			'specialBidNumber',
			'notes',
			'acceptBackOrder',
			'resellerInfo',
			'shipToInfo',
			'endUserInfo',
		]),
		shipping: body.shipmentDetails ?? {},
		additionalAttributes: attributesOf(body.additionalAttributes),
		lines: lines.map((line) => ({
			...pick(line, [
				'customerLineNumber',
				'ingramPartNumber',
				'vendorPartNumber',
				'resourceId',
				'quantity',
				'specialBidNumber',
				'notes',
				'endUserInfo',
				'warrantyInfo',
			]),
			...(line.planid === undefined ? {} : { planId: line.planid }),
			...(line.additionalAttributes
				? { additionalAttributes: attributesOf(line.additionalAttributes) }
				: {}),
		})),
	};
}

function withoutNulls<T>(value: T): NoNull<T> {
	// A body is JSON, so it survives being written and read again.
	return JSON.parse(
		JSON.stringify(value, (_name, part: unknown) => (part === null ? undefined : part)),
	) as NoNull<T>;
}

function pick<T extends object, const K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
	const picked: Partial<Pick<T, K>> = {};
	for (const name of names) if (from[name] !== undefined) picked[name] = from[name];
	return picked as Pick<T, K>;
}
