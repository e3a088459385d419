import { BadInput } from '../shared/errors';
import { choice, collection, type Field, type Fields, onWire, when } from '../shared/fields/field';
import { linesFrom, numbered } from '../shared/fields/lines';
import { withHold } from '../shared/xi/orders/onCustomerHold';
import { type IfLineUnavailable, withChoice } from '../shared/xi/orders/ifLineUnavailable';
import type { OrderBody, OrderLine } from '../shared/xi/orders/sentOrder';
import { trimmed, wireList, wireObject } from '../shared/fields/jsonBody';
import { refuseBadLines } from './lineRules';

/** The parts of an order of one version, each under its name on the wire. */
export interface OrderShape {
	readonly customerOrderNumber: Field<string>;
	/** A quote that may stand in for lines. */
	readonly quoteNumber?: Field<string | undefined>;
	readonly header: Fields;
	readonly sections: Fields & { readonly shipToInfo: Field };
	readonly lines: Field<OrderLine[]> & { readonly onWire: Field<OrderLine[]> };
}

/** What the parameters of an order hold, whatever its version. */
export interface OrderParams {
	readonly [name: string]: unknown;
	readonly orderJson?: OrderBody;
	readonly customerOrderNumber?: string;
	readonly linesFrom?: LinesFrom;
	readonly lines?: OrderLine[];
	readonly linesList?: OrderLine[];
	readonly ifLineUnavailable?: IfLineUnavailable;
	readonly onCustomerHold?: boolean;
}

type LinesFrom = 'fields' | 'list' | 'items';

const BY_FIELDS = { defineOrderBy: ['fields'] };

/** The parameters that make up the body of an order. */
export function orderParameters(shape: OrderShape) {
	const { customerOrderNumber, quoteNumber, header, sections, lines } = shape;
	const wire = onWire({
		customerOrderNumber,
		...(quoteNumber && { quoteNumber }),
		...header,
		...sections,
		lines,
	});
	return {
		defineOrderBy: choice<'fields' | 'json'>(
			'Define Order By',
			[
				{ name: 'Fields', value: 'fields', description: 'The order by the fields of this node' },
				{
					name: 'JSON',
					value: 'json',
					description: 'The whole order as one object, by Ingram Micro’s own names',
				},
			],
			{ default: 'fields', description: 'How you give the order' },
		),
		orderJson: when(
			{ defineOrderBy: ['json'] },
			wireObject<OrderBody>('Order as JSON', wire, {
				skeleton: {
					customerOrderNumber: '',
					lines: [{ ingramPartNumber: '', quantity: null }],
					shipToInfo: {
						companyName: '',
						addressLine1: '',
						city: '',
						state: '',
						postalCode: '',
						countryCode: '',
					},
				},
				description:
					'The order by the names of Ingram Micro’s API, as it is to be sent. Its limits are checked first, and empty values are left out. A line may have upc in place of ingramPartNumber, which is then looked up.',
			}),
		),
		customerOrderNumber: when(BY_FIELDS, customerOrderNumber),
		...(quoteNumber && { quoteNumber: when(BY_FIELDS, quoteNumber) }),
		linesFrom: when(BY_FIELDS, linesFrom('an', 'order', 'customer order number')),
		lines: when({ ...BY_FIELDS, linesFrom: ['fields', 'items'] }, lines),
		linesList: when(
			{ ...BY_FIELDS, linesFrom: ['list'] },
			wireList('Lines as JSON', lines.onWire, {
				skeleton: [{ ingramPartNumber: '', quantity: null, unitPrice: null, notes: '' }],
				description:
					'A list of objects by the names of Ingram Micro’s API, such as ingramPartNumber, quantity, customerLineNumber and unitPrice. In place of ingramPartNumber, vendorPartNumber or upc will do. Other names are left out.',
			}),
		),
		shipToInfo: when(BY_FIELDS, sections.shipToInfo),
	};
}

/** All that most orders do without, folded away. */
export const rareParameters = ({ header, sections: { shipToInfo: _, ...rare } }: OrderShape) => ({
	additionalFields: when(
		BY_FIELDS,
		collection('Additional Fields', { ...header, ...rare }, { addLabel: 'Add field' }),
	),
});

/** The line with which the form begins. */
const isUntouched = ({ quantity, ...line }: OrderLine): boolean =>
	quantity === 1 && Object.keys(trimmed(line)).length === 0;

function assembled(params: OrderParams): OrderBody {
	const { customerOrderNumber, quoteNumber, shipToInfo, linesList, additionalFields } = params;
	const lines = linesList ?? params.lines;
	return {
		customerOrderNumber,
		quoteNumber,
		...(additionalFields as object),
		shipToInfo,
		// A quote stands in for lines, and the line with which the form begins is none.
		lines: quoteNumber !== undefined && lines?.every(isUntouched) ? [] : lines,
	} as OrderBody;
}

/** The body as it goes out, checked as a whole. Throws BadInput. */
export function bodyOf(shape: OrderShape, params: OrderParams): OrderBody {
	const given = trimmed(params.orderJson ?? assembled(params));
	const additionalAttributes = withChoice(
		withHold(given.additionalAttributes, params.onCustomerHold),
		params.ifLineUnavailable,
	);
	const body = additionalAttributes ? { ...given, additionalAttributes } : given;
	const { quoteNumber, lines = [] } = body;
	if (lines.length === 0) {
		if (quoteNumber !== undefined && shape.quoteNumber) return body;
		throw new BadInput(
			'The order has no lines',
			shape.quoteNumber ? 'Add a line, or name the quote to order' : 'Add at least one line',
		);
	}
	refuseBadLines(lines);
	return { ...body, lines: numbered(lines) };
}
