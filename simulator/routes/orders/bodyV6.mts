import type { XStatic } from 'typebox/schema';
import type { Attribute } from '../../state/orders.mts';
import type { OrderRequest } from '../../state/orderRequest.mts';
import {
	attributes,
	endUserV6,
	lineEndUserV6,
	listOf,
	looseBoolean,
	object,
	resellerV6,
	shipComplete,
	shipToV6,
	text,
	upTo,
} from './schema.mts';

const line = object({
	customerLineNumber: upTo(3),
	ingramPartNumber: upTo(18),
	// Not in the schema; an example for SAP countries sends it.
	customerPartNumber: text,
	// Not in the schema either; real orders have it.
	vendorPartNumber: text,
	quantity: { type: 'integer' },
	specialBidNumber: upTo(36),
	notes: text,
	unitPrice: { type: 'number' },
	endUserPrice: { type: 'number' },
	additionalAttributes: attributes,
	warrantyInfo: listOf(
		object({
			directLineLink: upTo(25),
			warrantyLineLink: text,
			hardwareLineLink: text,
			serialInfo: listOf(
				object({
					dateofPurchase: text,
					shipDate: text,
					primarySerialNumber: text,
					secondarySerialNumber: text,
				}),
			),
		}),
	),
	endUserInfo: listOf(lineEndUserV6),
});

/** Body of `POST /resellers/v6/orders`. */
export const bodyV6 = {
	type: 'object',
	additionalProperties: false,
	required: ['customerOrderNumber'],
	properties: {
		// The portal says 18, the schema 35; what fits the schema is let through.
		customerOrderNumber: upTo(35),
		endCustomerOrderNumber: text,
		billToAddressId: upTo(10),
		specialBidNumber: text,
		notes: text,
		acceptBackOrder: looseBoolean,
		resellerInfo: resellerV6,
		vmf: object({ vendAuthNumber: text }),
		shipToInfo: shipToV6,
		endUserInfo: endUserV6,
		lines: listOf(line),
		shipmentDetails: object({
			carrierCode: upTo(10),
			freightAccountNumber: text,
			shipComplete,
			requestedDeliveryDate: text,
			signatureRequired: looseBoolean,
			shippingInstructions: upTo(132),
		}),
		additionalAttributes: attributes,
	},
} as const;

/** The body of a v6 order that has passed the schema. */
export type BodyV6 = XStatic<typeof bodyV6>;

/** Brings a v6 body into the common shape. */
export function requestOfV6(body: BodyV6): OrderRequest {
	const { vmf: _vmf, shipmentDetails, acceptBackOrder, lines = [], ...rest } = body;
	const { signatureRequired, ...shipping } = shipmentDetails ?? {};
	return {
		...rest,
		...(acceptBackOrder === undefined
			? {}
			: { acceptBackOrder: String(acceptBackOrder) === 'true' }),
		shipping: {
			...shipping,
			...(signatureRequired === undefined
				? {}
				: { signatureRequired: String(signatureRequired) === 'true' }),
		},
		additionalAttributes: attributesOf(body.additionalAttributes),
		lines: lines.map(({ additionalAttributes, endUserInfo, ...one }) => ({
			...one,
			...(additionalAttributes ? { additionalAttributes: attributesOf(additionalAttributes) } : {}),
			...(endUserInfo ? { endUserInfo } : {}),
		})),
	};
}

/** Names and values with nothing left out. */
export function attributesOf(
	list:
		| readonly { attributeName?: string | null; attributeValue?: string | null }[]
		| null
		| undefined,
): Attribute[] {
	return (list ?? []).map(({ attributeName, attributeValue }) => ({
		attributeName: attributeName ?? '',
		attributeValue: attributeValue ?? '',
	}));
}
