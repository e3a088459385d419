import type { IDataObject } from 'n8n-workflow';

import { choice, collection, text, when } from '../shared/fields/field';
import { oneEach, orEmpty } from '../shared/output';
import { read } from '../shared/operation';
import { ADDRESS, linesAsJson, PRODUCT_OF_LINE, QUANTITY } from '../shared/forModels';
import { numberIn } from '../shared/amounts';
import { recordsOf, isRecord } from '../shared/records';
import { errorsIn } from '../shared/transport/errorsInAnswer';
import { RefusedAnswer, UnexpectedAnswer } from '../shared/errors';
import { unwrapped } from '../shared/answer';
import { wireList } from '../shared/fields/jsonBody';
import { ingramNumbersIn } from '../shared/xi/ingramNumbers';
import { adviceIfForeign } from '../shared/xi/productNumbers';
import { freightBody, lines, shipTo } from './freightBody';
import { freightOutput } from './output';

/** An estimate. Its amounts are numbers, those of its carriers texts. */
export interface Estimate extends IDataObject {
	currencyCode?: string | null;
	totalFreightAmount?: number | string | null;
	/** One for each warehouse that would send. */
	distribution?: IDataObject[] | null;
	lines?: IDataObject[] | null;
}

interface FreightAnswer {
	freightEstimateResponse?: Estimate | null;
}

const hasAmount = (value: unknown): boolean => (numberIn(value) ?? 0) > 0;

/** Whether an estimate says what anything would cost to send. */
const hasFreight = ({ totalFreightAmount, distribution }: Estimate): boolean =>
	hasAmount(totalFreightAmount) ||
	recordsOf(distribution, 'list of distribution').some(
		({ freightRate, carrierList }) =>
			hasAmount(freightRate) ||
			recordsOf(carrierList, 'list of carriers').some(({ estimatedFreightCharge }) =>
				hasAmount(estimatedFreightCharge),
			),
	);

/**
 * The estimate in an answer. XI can say with a 200 what it could not do, in `errors` beside an
 * estimate of 0 or in its place: that is a refusal. Beside an estimate of something, e.g. for the
 * other lines, they stay with it.
 *
 * @throws RefusedAnswer with XI's reason
 * @throws UnexpectedAnswer where nothing at all was estimated: 0 with a shipment may be free, 0
 * without any, as for an address that XI does not know, is no price
 */
function estimateIn(answer: FreightAnswer | undefined): Estimate {
	const errors = errorsIn(answer);
	const estimate = answer?.freightEstimateResponse;
	const isEstimate = isRecord(estimate);
	if (errors.length > 0 && !(isEstimate && hasFreight(estimate))) throw new RefusedAnswer(errors);
	if (!isEstimate) throw new UnexpectedAnswer('freight estimate');
	if (!hasFreight(estimate) && recordsOf(estimate.distribution).length === 0) {
		throw new UnexpectedAnswer('freight estimate', {
			remedy:
				'Check the address and the products: Ingram Micro estimates nothing for an address that it does not know, nor for what is not shipped',
		});
	}
	return errors.length > 0 ? { ...estimate, errors: errors } : estimate;
}

/** A row with a shipment as one for each of its carriers; for none, with an empty one. */
function carriersOf({ shipment, ...head }: IDataObject): IDataObject[] {
	const { carrierList, ...rest } = shipment as IDataObject;
	return orEmpty(recordsOf(carrierList, 'list of carriers')).map((carrier) => ({
		...head,
		shipment: rest,
		carrier,
	}));
}

function rowsOf(estimate: Estimate, wanted: string): IDataObject[] {
	switch (wanted) {
		case 'carriers':
			return oneEach(estimate, 'distribution', 'shipment').flatMap((row) =>
				'shipment' in row ? carriersOf(row) : [row],
			);
		case 'lines':
			return oneEach(estimate, 'lines', 'line');
		case 'shipments':
			return oneEach(estimate, 'distribution', 'shipment');
		default:
			return [estimate];
	}
}

/**
 * XI documentation: "Freight Estimate".
 *
 * A question, though it is a POST: it orders nothing and may be repeated. XI wants to know for whom
 * it is asked.
 */
export const get = read({
	option: {
		name: 'Get Freight Estimate',
		value: 'get',
		action: 'Get freight estimate',
		description:
			'Ask what sending products, each by Ingram part number (SKU), vendor part number (VPN) or UPC, would cost, by which carriers and in how many days',
	},
	forModels: [linesAsJson('Lines as JSON'), PRODUCT_OF_LINE, QUANTITY, ADDRESS],
	parameters: {
		linesFrom: choice(
			'Lines From',
			[
				{
					name: 'A List as JSON',
					value: 'list',
					description: 'Each input item holds a list of what is to be sent',
				},
				{ name: 'Fields Below', value: 'fields', description: 'Each input item is an estimate' },
			],
			{ default: 'fields', description: 'Where the lines of the estimate come from' },
		),
		lines: when({ linesFrom: ['fields'] }, lines),
		linesList: when(
			{ linesFrom: ['list'] },
			wireList('Lines as JSON', lines, {
				skeleton: [{ ingramPartNumber: '', quantity: null }],
				description:
					'A list of objects by the names of Ingram Micro’s API: ingramPartNumber, quantity, warehouseId, carrierCode and customerLineNumber. In place of ingramPartNumber, vendorPartNumber or upc will do. Other names are left out.',
			}),
		),
		shipTo,
		return: choice(
			'Output Items',
			[
				{
					name: 'One Item per Carrier',
					value: 'carriers',
					description: 'Each carrier that could take a shipment, with its charge and days',
				},
				{
					name: 'One Item per Line',
					value: 'lines',
					description: 'Each product with the warehouse that it would come from',
				},
				{
					name: 'One Item per Shipment',
					value: 'shipments',
					description: 'Each warehouse that would send, with the carrier that Ingram Micro chose',
				},
				{
					name: 'One Item per Estimate',
					value: 'estimate',
					description: 'The totals, with the lists of shipments and lines',
				},
			],
			{ default: 'estimate', description: 'What each output item stands for' },
		),
		additionalFields: collection(
			'Additional Fields',
			{
				billToAddressId: text('Bill To Address ID', {
					placeholder: 'e.g. 000',
					description: 'Which of your billing addresses at Ingram Micro the order would go to',
				}),
			},
			{ addLabel: 'Add field' },
		),
	},
	output: freightOutput,
	lookUp: ingramNumbersIn(['lines', 'linesList'], ['vendorPartNumber', 'upc']),
	request({ lines: rows, linesList, shipTo: place, additionalFields }) {
		const given = linesList ?? rows ?? [];
		const [advice] = given.flatMap(
			({ ingramPartNumber = '' }) => adviceIfForeign(ingramPartNumber) ?? [],
		);
		return {
			method: 'POST',
			path: '/resellers/v6/freightestimate',
			needsCustomerContact: true,
			body: freightBody(given, place, additionalFields.billToAddressId),
			...(advice !== undefined && { remedies: { 200: advice, 400: advice } }),
		};
	},
	rows: (answer: FreightAnswer | FreightAnswer[], params) =>
		rowsOf(estimateIn(unwrapped<FreightAnswer>(answer)), params.return),
});
