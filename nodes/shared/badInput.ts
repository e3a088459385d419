/**
 * A value that a person or an expression gave and that XI would refuse, noticed before anything is
 * sent. The message says which parameter and what is wrong with it; `remedy` says what would be right.
 */
export class BadInput extends Error {
	readonly remedy?: string;

	constructor(message: string, remedy?: string) {
		super(message);
		this.name = 'BadInput';
		this.remedy = remedy;
	}
}
