import { serialNumbersIn, trackingNumbersIn } from '../shared/xi/parcels';
import { entriesIn, listOf, number, type Read, type Reader, shape, text } from './values';

/*
 * What is packed, in an event about an order. XI documents one tracking number a parcel, and the serial
 * numbers of a line as `serialNumberDetails: [{ serialNumber }]`; it also joins several tracking numbers
 * in one text, and writes serial numbers in other shapes and under other names.
 */

const parcel = shape({ cartonNumber: text, quantityInbox: number, trackingNumber: text });
type Parcel = Read<typeof parcel>;

/** Parcels, one for each tracking number. How many pieces are in which is not told: the first has them. */
export const parcels: Reader<Parcel[]> = (value) =>
	listOf(value).flatMap((sent): Parcel[] => {
		const one = parcel(sent);
		const numbers = trackingNumbersIn(sent);
		if (numbers.length === 0) return [{ ...one, trackingNumber: null }];
		return numbers.map((trackingNumber, position) => ({
			...one,
			...(position > 0 && { quantityInbox: null }),
			trackingNumber,
		}));
	});

/** The serial numbers of a line, wherever it has them: in itself, its shipments or their parcels. */
export const serialNumbers: Reader<Array<{ serialNumber: string | null }>> = (line) => {
	const shipments = listOf(entriesIn(line)('shipmentDetails'));
	const packed = shipments.flatMap((shipment) => listOf(entriesIn(shipment)('packageDetails')));
	return serialNumbersIn([line, ...shipments, ...packed].map((part) => serialNumbersIn(part))).map(
		(serialNumber) => ({ serialNumber }),
	);
};
