import type { SentFields } from '../../state/vendorDemands.mts';

interface Attribute {
	attributeName?: string | null;
	attributeValue?: string | null;
}

interface Vendor {
	additionalAttributes?: readonly Attribute[] | null;
}

type List<T> = readonly T[] | null | undefined;

/** The lists in which an order may hold vendor fields. */
interface Holder {
	header: List<Attribute>;
	vendors?: List<Vendor>;
	subscriptions?: List<Vendor>;
	lines?: List<{
		customerLineNumber?: string | null;
		vmfAdditionalAttributesLines?: List<Attribute>;
	}>;
}

const namesIn = (list: List<Attribute>): string[] =>
	(list ?? []).flatMap(({ attributeName, attributeValue }) =>
		attributeName && attributeValue ? [attributeName] : [],
	);

const namesOf = (vendors: List<Vendor>): string[] =>
	(vendors ?? []).flatMap(({ additionalAttributes }) => namesIn(additionalAttributes));

/** The vendor fields for which an order has values. */
export const sentFieldsOf = ({ header, vendors, subscriptions, lines }: Holder): SentFields => ({
	header: new Set([...namesIn(header), ...namesOf(vendors)]),
	subscription: new Set(namesOf(subscriptions)),
	lines: new Map(
		(lines ?? []).map((line) => [
			line.customerLineNumber ?? '',
			new Set(namesIn(line.vmfAdditionalAttributesLines)),
		]),
	),
});
