/*
 * Names of countries and states as shops and sheets write them, and the codes that XI takes. A name
 * that is not known stays as it is, and the field says what it wants.
 */

/** The languages in which names of countries are understood. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da'];

/** Short forms that are no language's name of the country. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
	america: 'US',
	'united states of america': 'US',
	uk: 'GB',
	'great britain': 'GB',
	england: 'GB',
	scotland: 'GB',
	wales: 'GB',
	'northern ireland': 'GB',
	holland: 'NL',
	'the netherlands': 'NL',
	'czech republic': 'CZ',
	uae: 'AE',
	'hong kong': 'HK',
	'hong kong sar': 'HK',
	turkey: 'TR',
	macau: 'MO',
	macao: 'MO',
	'ivory coast': 'CI',
	korea: 'KR',
	'republic of korea': 'KR',
	'korea republic of': 'KR',
	'russian federation': 'RU',
	'republic of ireland': 'IE',
	'the united states': 'US',
	'the united states of america': 'US',
	'the united kingdom': 'GB',
	'united kingdom of great britain and northern ireland': 'GB',
	'the philippines': 'PH',
	'viet nam': 'VN',
	swaziland: 'SZ',
	'cape verde': 'CV',
	burma: 'MM',
	macedonia: 'MK',
};

/** ISO 3166 codes of three letters of the countries in which Ingram Micro sells. */
const THREE_LETTERS = `
	ARE:AE ARG:AR AUS:AU AUT:AT BEL:BE BGR:BG BHR:BH BOL:BO BRA:BR CAN:CA CHE:CH CHL:CL CHN:CN COL:CO
	CRI:CR CZE:CZ DEU:DE DNK:DK ECU:EC EGY:EG ESP:ES EST:EE FIN:FI FRA:FR GBR:GB GRC:GR GTM:GT HKG:HK
	HRV:HR HUN:HU IDN:ID IND:IN IRL:IE ISR:IL ITA:IT JPN:JP KEN:KE KOR:KR KWT:KW LBN:LB LTU:LT LUX:LU
	LVA:LV MAR:MA MEX:MX MYS:MY NGA:NG NLD:NL NOR:NO NZL:NZ OMN:OM PAK:PK PAN:PA PER:PE PHL:PH POL:PL
	PRI:PR PRT:PT QAT:QA ROU:RO SAU:SA SGP:SG SRB:RS SVK:SK SVN:SI SWE:SE THA:TH TUR:TR TWN:TW UKR:UA
	URY:UY USA:US VNM:VN ZAF:ZA
`;

/** A name as it is compared: without capitals, accents, full stops, commas and doubled blanks. */
const plain = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/[\p{M}.,]/gu, '')
		.replace(/\s+/gu, ' ')
		.trim()
		.toLowerCase();

/** Codes by the names that stand for them, of a list such as `MA:Massachusetts NH:New Hampshire`. */
const codesByName = (list: string): ReadonlyMap<string, string> =>
	new Map(
		list
			.trim()
			.split(/\s*[;\n]\s*/)
			.map((entry) => entry.split(':'))
			.map(([code, name]) => [plain(name), code]),
	);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function namesOfCountries(): Map<string, string> {
	const names = new Map<string, string>();
	const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
	for (const language of LANGUAGES) {
		const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
		for (const code of codes) {
			const name = inLanguage.of(code);
			if (name === undefined || names.has(plain(name))) continue;
			// Old codes such as DD and SU have the names of what came after them.
			names.set(plain(name), new Intl.Locale(`und-${code}`).region ?? code);
		}
	}
	for (const pair of THREE_LETTERS.trim().split(/\s+/)) {
		const [three, two] = pair.split(':');
		names.set(plain(three), two);
	}
	for (const [name, code] of Object.entries(SHORT_FORMS)) names.set(name, code);
	return names;
}

let countries: Map<string, string> | undefined;

/** A country as our own lists show it: "Germany (DE)". */
const LISTED = /\(([A-Z]{2})\)\s*$/;

/**
 * The two-letter code of a country, in capitals: of its name, its code of two or three letters, or the
 * words of a list of ours; anything else as it is.
 */
export function countryCodeOf(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const name = plain(value);
	if (/^[a-z]{2}$/.test(name)) return name === 'uk' ? 'GB' : name.toUpperCase();
	countries ??= namesOfCountries();
	return countries.get(name) ?? LISTED.exec(value)?.[1] ?? value;
}

const STATES: Readonly<Record<string, ReadonlyMap<string, string>>> = {
	US: codesByName(`
		AL:Alabama;AK:Alaska;AZ:Arizona;AR:Arkansas;CA:California;CO:Colorado;CT:Connecticut;DE:Delaware
		DC:District of Columbia;DC:Washington DC;FL:Florida;GA:Georgia;HI:Hawaii;ID:Idaho;IL:Illinois
		IN:Indiana;IA:Iowa;KS:Kansas;KY:Kentucky;LA:Louisiana;ME:Maine;MD:Maryland;MA:Massachusetts
		MI:Michigan;MN:Minnesota;MS:Mississippi;MO:Missouri;MT:Montana;NE:Nebraska;NV:Nevada
		NH:New Hampshire;NJ:New Jersey;NM:New Mexico;NY:New York;NC:North Carolina;ND:North Dakota;OH:Ohio
		OK:Oklahoma;OR:Oregon;PA:Pennsylvania;PR:Puerto Rico;RI:Rhode Island;SC:South Carolina
		SD:South Dakota;TN:Tennessee;TX:Texas;UT:Utah;VT:Vermont;VA:Virginia;VI:Virgin Islands
		WA:Washington;WV:West Virginia;WI:Wisconsin;WY:Wyoming;GU:Guam;AS:American Samoa
	`),
	CA: codesByName(`
		AB:Alberta;BC:British Columbia;MB:Manitoba;NB:New Brunswick;NL:Newfoundland and Labrador
		NS:Nova Scotia;NT:Northwest Territories;NU:Nunavut;ON:Ontario;PE:Prince Edward Island;QC:Quebec
		SK:Saskatchewan;YT:Yukon
	`),
	AU: codesByName(`
		ACT:Australian Capital Territory;NSW:New South Wales;NT:Northern Territory;QLD:Queensland
		SA:South Australia;TAS:Tasmania;VIC:Victoria;WA:Western Australia
	`),
};

/**
 * The code of a state of the United States, Canada or Australia, of its name; anything else as it is.
 *
 * @param country the two-letter code; without one, names that only one of the three has are understood
 */
export function stateCodeOf(value: unknown, country: unknown): unknown {
	if (typeof value !== 'string') return value;
	const name = plain(value);
	if (typeof country === 'string' && country.trim() !== '') {
		return STATES[country.trim().toUpperCase()]?.get(name) ?? value;
	}
	const codes = Object.values(STATES).flatMap((states) => states.get(name) ?? []);
	return codes.length === 1 ? codes[0] : value;
}
