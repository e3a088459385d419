import type { Problem } from '../errors.mts';
import type { Product } from './products.mts';
import type { Quote, VendorField } from './quotes.mts';
import type { World } from './world.mts';

/** A field as vendor required information shows it, with what its choices open. */
export interface DemandedField {
	attributeName?: string;
	attributeValue: string;
	attributeDescription: string;
	attributeHint?: string;
	choices: readonly DemandedField[];
}

/** What one vendor demands. */
export interface VendorDemand {
	vendorName: string;
	productId?: string;
	additionalAttributes: readonly DemandedField[];
}

/** The two lists of vendor required information. */
export interface VendorDemands {
	vmfAdditionalAttributes: readonly VendorDemand[];
	vriAdditionalAttributes: readonly VendorDemand[];
}

const field = (
	attributeName: string,
	attributeDescription: string,
	attributeValue = '',
	choices: readonly DemandedField[] = [],
): DemandedField => ({ attributeName, attributeValue, attributeDescription, choices });

/** The official sample of a subscription, with fewer fields below each choice. */
const subscription: VendorDemand = {
	vendorName: 'Microsoft',
	productId: 'PRD-814-505-018',
	additionalAttributes: [
		field('tier1_mpn', 'Microsoft Partner Number', '5068860'),
		field(
			'tenant_preference',
			'Please select the desired option for the CSP account',
			'new,existing',
			[
				{
					attributeValue: 'new',
					attributeDescription: 'Create new Microsoft CSP end customer account',
					choices: [
						{
							...field('microsoft_domain', 'Microsoft Domain Name', 'onmicrosoft.com'),
							attributeHint: 'Up to 27 characters long',
						},
						field('mca_acceptance', 'MCA Acceptance', 'yes,no'),
					],
				},
				{
					attributeValue: 'existing',
					attributeDescription: 'Use an existing Microsoft CSP end customer account',
					choices: [field('microsoft_domain', 'Microsoft Domain Name', 'onmicrosoft.com')],
				},
			],
		),
	],
};

const nothing: VendorDemands = { vmfAdditionalAttributes: [], vriAdditionalAttributes: [] };

/** What is demanded for a subscription. */
export const demandsOfPlan = (): VendorDemands => ({
	...nothing,
	vriAdditionalAttributes: [subscription],
});

/** Assumption: of products, what is downloaded stands for subscriptions; boxes need nothing. */
export const demandsOfProduct = ({ kind }: Product): VendorDemands =>
	kind === 'digital' ? demandsOfPlan() : nothing;

const isDigital = ({ catalog }: World, part: string): boolean =>
	catalog.byIngramPartNumber(part)?.kind === 'digital';

/** What is demanded for a quote: its fields of the header as those of its vendor, and the above. */
export function demandsOfQuote(world: World, quote: Quote): VendorDemands {
	const { header } = quote.vendorFields;
	const own = header.map(({ attributeName, attributeDescription }) =>
		field(attributeName, attributeDescription),
	);
	return {
		vmfAdditionalAttributes:
			own.length > 0 ? [{ vendorName: quote.vendorName, additionalAttributes: own }] : [],
		vriAdditionalAttributes: quote.lines.some(({ ingramPartNumber }) =>
			isDigital(world, ingramPartNumber),
		)
			? [subscription]
			: [],
	};
}

/** Names of vendor fields that an order has values for. */
export interface SentFields {
	/** Of the order as a whole, in whichever list. */
	header: ReadonlySet<string>;
	/** By the number of the line. */
	lines: ReadonlyMap<string, ReadonlySet<string>>;
	/** Of subscriptions. */
	subscription: ReadonlySet<string>;
}

/**
 * What an order of a quote still lacks. Assumption: such an order comes to nothing; the wording is
 * ours.
 */
export function missingFields(world: World, quote: Quote, sent: SentFields): Problem[] {
	const lack = (names: ReadonlySet<string> | undefined, where: string) => (one: VendorField) =>
		names?.has(one.attributeName)
			? []
			: [{ field: `${where}${one.attributeName}`, message: 'Vendor mandatory field is missing' }];
	const { vriAdditionalAttributes } = demandsOfQuote(world, quote);
	const subscriptionFields = vriAdditionalAttributes.flatMap(({ additionalAttributes }) =>
		additionalAttributes.map(({ attributeName = '', ...rest }) => ({ ...rest, attributeName })),
	);
	return [
		...quote.vendorFields.header.flatMap(lack(sent.header, '')),
		...quote.vendorFields.lines.flatMap((fields, position) => {
			const number = quote.lines[position]?.customerLineNumber ?? '';
			return fields.flatMap(lack(sent.lines.get(number), `lines[${position}].`));
		}),
		...subscriptionFields.flatMap(lack(sent.subscription, '')),
	];
}
