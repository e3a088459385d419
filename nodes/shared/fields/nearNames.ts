/** What people and other systems call XI's fields, without capitals and signs. */
const WORDS: Readonly<Record<string, string>> = {
	ingramPartNumber:
		'sku skuid skuno skunr skunumber ingramsku ingrammicrosku ingrammicropartnumber imsku impartnumber ingrampart ingrampartno ingrampartnr ingramnumber partnumber partno partnr part item itemid itemno itemnr itemnumber itemcode article articleno articlenumber artikelnummer material materialnumber product productid productno productnumber productcode productsku artnr',
	vendorPartNumber:
		'vendorpart vendorpartno vendorpartnr vendorsku vpn mpn mfn mfgpart mfgpartno mfgpartnumber mfrpartnumber manufacturerpart manufacturerpartno manufacturerpartnumber manufacturersku partnumber partno partnr',
	upc: 'upccode upcnumber upcean ean ean8 ean13 eancode eanupc gtin gtin12 gtin13 gtin14 barcode barcodenumber strichcode',
	customerPartNumber: 'customersku yourpartnumber mypartnumber ownpartnumber cpn',
	planID: 'plan',
	planid: 'plan',
	quantity:
		'qty qnty quant quantities quantityordered orderquantity orderedquantity orderqty qtyordered quantityrequested requestedquantity quantityneeded amount count pieces pcs units menge anzahl stueck',
	unitPrice: 'price priceperunit unitcost netprice pieceprice singleprice priceeach preis',
	endUserPrice: 'enduserunitprice',
	customerOrderNumber:
		'po pono ponumber ponr purchaseorder purchaseorderno purchaseordernumber customerpo customerponumber customerorderno',
	endCustomerOrderNumber:
		'endcustomerpo endcustomerponumber enduserpo enduserponumber enduserordernumber',
	customerLineNumber: 'lineno linenr linenumber',
	ingramLineNumber: 'linenumber lineno linenr ingramline ingramorderlinenumber',
	addUpdateDeleteLine: 'action change operation',
	specialBidNumber: 'bid bidnumber specialbid specialbidno',
	specialBid: 'bid bidnumber specialbidnumber specialbidno',
	notes: 'note comment comments remark remarks',
	lineLevelNotes: 'note notes linenotes comment comments remark remarks',
	lines: 'line items lineitems orderlines orderitems products positions',
	shipToInfo: 'shipto shiptoaddress shippingaddress deliveryaddress',
	shipFromInfo: 'shipfrom shipfromaddress pickupaddress',
	endUserInfo: 'enduser endcustomer enduseraddress',
	resellerInfo: 'reseller',
	shipmentDetails: 'shipment shipping shippingdetails',
	additionalAttributes: 'attributes',
	companyName: 'company firm organization organisation',
	contact: 'contactname contactperson',
	addressLine1: 'address address1 addressline street street1 streetaddress',
	addressLine2: 'address2 street2',
	addressLine3: 'address3 street3',
	city: 'town',
	state: 'province statecode stateprovince provincecode',
	postalCode: 'zip zipcode postcode postal plz',
	countryCode: 'country countryiso isocountrycode countryiso2',
	phoneNumber: 'phone phoneno tel telephone telephonenumber',
	email: 'mail emailaddress mailaddress',
	invoiceNumber: 'invoice invoiceno invoicenr',
	serialNumber: 'serial serials serialno serialnr serialnumbers sn',
	primaryReason: 'reason returnreason',
	numberOfBoxes: 'boxes boxcount cartons',
	warehouseId: 'warehouse warehouseno warehousenumber branch',
	carrierCode: 'carrier',
	attributeName: 'name',
	attributeValue: 'value',
	fieldId: 'id field',
};

/** XI's names by those words, the likeliest first. */
const BY_WORD = new Map<string, readonly string[]>();
for (const [right, words] of Object.entries(WORDS)) {
	for (const word of words.split(' ')) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), right]);
}

/** A name as far as it matters when people type it: without capitals, blanks, dashes and underscores. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How many letters are added, left out, exchanged or swapped between two texts; `most + 1` for more. */
function distance(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const next = [row];
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			let least = Math.min(
				last[column] + 1,
				next[column - 1] + 1,
				last[column - 1] + Number(!isSame),
			);
			const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			if (row > 1 && column > 1 && isSwapped) least = Math.min(least, before[column - 2] + 1);
			next.push(least);
		}
		[before, last] = [last, next];
	}
	return last[other.length];
}

const withoutDigits = (name: string): string => name.replace(/\d/g, '');

/** A slip of one letter, or of two in a long name. Names that differ in a digit are different things. */
function isSlip(name: string, known: string): boolean {
	if (known.length < 5 || withoutDigits(name) === withoutDigits(known)) return false;
	const most = known.length < 8 ? 1 : 2;
	return distance(name, known, most) <= most;
}

/** What was likely meant by a name that is not known. */
export interface Meant {
	/** The known names that it may stand for, the likeliest first; never none. */
	readonly names: readonly string[];
	/** It is such a name but for capitals and signs. */
	readonly isSame: boolean;
}

/**
 * The known names that another one is likely meant to be: the same but for capitals and signs, another
 * word for it (`sku`, `qty`), or a slip of a letter or two. Undefined where none is near.
 */
export function meantBy(name: string, known: readonly string[]): Meant | undefined {
	const typed = plain(name);
	const same = known.filter((one) => plain(one) === typed);
	if (same.length > 0) return { names: same, isSame: true };
	const words = (BY_WORD.get(typed) ?? []).filter((one) => known.includes(one));
	if (words.length > 0) return { names: words, isSame: false };
	const near = known.filter((one) => isSlip(typed, plain(one)));
	return near.length > 0 ? { names: near, isSame: false } : undefined;
}
