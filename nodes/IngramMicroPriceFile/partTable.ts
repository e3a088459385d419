import type { EncodingName } from './encodings';

const FREE = 0;
const FIRST_SIZE = 1_024;
const A = 97;
const Z = 122;
const TO_CAPITAL = 32;

/** Twice as much room, with what is in it. */
export function grown<T extends Int32Array | Float64Array | Uint8Array | Uint16Array>(
	array: T,
	make: (size: number) => T,
): T {
	const bigger = make(array.length * 2);
	bigger.set(array);
	return bigger;
}

/**
 * Part numbers, each with a number of its own from 0 on. Their bytes lie one behind the other in one
 * piece of memory and are compared themselves, never by a hash alone: 673,000 of them take some 20 MB,
 * where a Map of texts takes five times as much.
 */
export class PartTable {
	size = 0;
	private keys = new Uint8Array(FIRST_SIZE * 8);
	/** Where each key starts; one more than there are keys. */
	private starts = new Int32Array(FIRST_SIZE + 1);
	/** The number of a key plus one; FREE where there is none. */
	private slots = new Int32Array(FIRST_SIZE * 2);

	/** @param anyCase small letters and capitals are the same */
	constructor(private readonly anyCase = false) {}

	/** The number of a part number, which is taken in where it is new; that is `size` before the call. */
	add(bytes: Uint8Array, from: number, to: number): number {
		const slot = this.slotOf(bytes, from, to);
		if (this.slots[slot] !== FREE) return this.slots[slot] - 1;
		const number = this.size;
		const start = this.starts[number];
		while (start + to - from > this.keys.length) {
			this.keys = grown(this.keys, (size) => new Uint8Array(size));
		}
		for (let at = from; at < to; at += 1) this.keys[start + at - from] = this.plain(bytes[at]);
		if (number + 2 > this.starts.length) {
			this.starts = grown(this.starts, (size) => new Int32Array(size));
		}
		this.starts[number + 1] = start + to - from;
		this.slots[slot] = number + 1;
		this.size = number + 1;
		if (this.size * 2 > this.slots.length) this.spread();
		return number;
	}

	/** The number of a part number; -1 where it is not there. */
	find(bytes: Uint8Array, from: number, to: number): number {
		return this.slots[this.slotOf(bytes, from, to)] - 1;
	}

	/** The part number of a number, in the encoding of the bytes that it was taken in from. */
	keyAt(number: number, encoding: EncodingName = 'latin1'): string {
		const { buffer, byteOffset } = this.keys;
		const start = this.starts[number];
		const length = this.starts[number + 1] - start;
		return Buffer.from(buffer, byteOffset + start, length).toString(encoding);
	}

	private plain(byte: number): number {
		return this.anyCase && byte >= A && byte <= Z ? byte - TO_CAPITAL : byte;
	}

	/** Where a key stands, or would stand. */
	private slotOf(bytes: Uint8Array, from: number, to: number): number {
		let hash = 0x811c9dc5;
		for (let at = from; at < to; at += 1)
			hash = Math.imul(hash ^ this.plain(bytes[at]), 0x01000193);
		hash ^= hash >>> 15;
		const mask = this.slots.length - 1;
		let slot = hash & mask;
		while (this.slots[slot] !== FREE && !this.isAt(this.slots[slot] - 1, bytes, from, to)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private isAt(number: number, bytes: Uint8Array, from: number, to: number): boolean {
		const start = this.starts[number];
		if (this.starts[number + 1] - start !== to - from) return false;
		for (let at = from; at < to; at += 1) {
			if (this.keys[start + at - from] !== this.plain(bytes[at])) return false;
		}
		return true;
	}

	/** Twice as many places, and each key in its new one. */
	private spread(): void {
		this.slots = new Int32Array(this.slots.length * 2);
		for (let number = 0; number < this.size; number += 1) {
			const slot = this.slotOf(this.keys, this.starts[number], this.starts[number + 1]);
			this.slots[slot] = number + 1;
		}
	}
}
