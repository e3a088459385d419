import { alphabetical } from './alphabetical';

/** The two-letter codes of ISO 3166-1. */
const CODES = `
	AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM
	BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX
	CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG
	GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR
	IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV
	LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE
	NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
	RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF
	TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF
	WS YE YT ZA ZM ZW
`;

/** Codes of no country by which XI knows accounts: an Indian one has IN, or this. */
const OTHERS = [{ name: 'India, Accounts With the Code IA (IA)', value: 'IA' }];

const names = new Intl.DisplayNames('en', { type: 'region' });

type Country = Readonly<Record<'name' | 'value', string>>;

/** A name as it is sorted: Åland stands under A. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');

const sorted = (countries: readonly Country[]): Country[] =>
	[...countries].sort((one, other) => alphabetical(plain(one.name), plain(other.name)));

/** Countries as n8n offers them in a list: their English names with their codes. */
export const COUNTRIES: readonly Country[] = sorted(
	CODES.trim()
		.split(/\s+/)
		.map((code) => ({ name: `${names.of(code)} (${code})`, value: code })),
);

/** The countries of accounts, which are those of the world and what XI has besides. */
export const ACCOUNT_COUNTRIES: readonly Country[] = sorted([...COUNTRIES, ...OTHERS]);
