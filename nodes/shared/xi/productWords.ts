/* Words of XI's that are asked for with a product, and what people call them. */

/** The programs for which there are prices of their own, in the USA. XI documentation: "Order Create". */
export const GOVERNMENT_PROGRAMS = [
	{ name: 'Education', value: 'ED' },
	{ name: 'Government', value: 'PA' },
];

/** The states of Brazil by their codes, in the order of their names, with n8n's capitals. */
export const STATES_OF_BRAZIL = `
	AC:Acre;AL:Alagoas;AP:Amapá;AM:Amazonas;BA:Bahia;CE:Ceará;DF:Distrito Federal;ES:Espírito Santo
	GO:Goiás;MA:Maranhão;MT:Mato Grosso;MS:Mato Grosso Do Sul;MG:Minas Gerais;PA:Pará;PB:Paraíba
	PR:Paraná;PE:Pernambuco;PI:Piauí;RJ:Rio De Janeiro;RN:Rio Grande Do Norte;RS:Rio Grande Do Sul
	RO:Rondônia;RR:Roraima;SC:Santa Catarina;SP:São Paulo;SE:Sergipe;TO:Tocantins
`
	.trim()
	.split(/\s*[;\n]\s*/)
	.map((entry) => entry.split(':'))
	.map(([value, name]) => ({ name, value }));
