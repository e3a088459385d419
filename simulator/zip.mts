import { crc32, deflateRawSync } from 'node:zlib';

export interface ZippedFile {
	name: string;
	bytes: Buffer;
}

export interface ZipOptions {
	/** The sizes stand behind each file, as programs that pack a stream leave them. */
	streamed?: boolean;
	/** The files are not packed. */
	stored?: boolean;
	comment?: string;
	/** More flags, and another method than the one that was used. */
	flags?: number;
	method?: number;
}

/** A ZIP archive in memory. */
export function zipOf(files: readonly ZippedFile[], options: ZipOptions = {}): Buffer {
	const { streamed = false, stored = false, comment = '', flags = 0 } = options;
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, bytes } of files) {
		const packed = stored ? bytes : deflateRawSync(bytes);
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt16LE(flags | (streamed ? 8 : 0), 2);
		facts.writeUInt16LE(options.method ?? (stored ? 0 : 8), 4);
		facts.writeUInt32LE(crc32(bytes), 10);
		facts.writeUInt32LE(packed.length, 14);
		facts.writeUInt32LE(bytes.length, 18);
		facts.writeUInt16LE(name.length, 22);
		const local = Buffer.from(facts);
		if (streamed) local.fill(0, 10, 22);
		const behind = streamed
			? Buffer.concat([Buffer.from('PK\u0007\b'), facts.subarray(10, 22)])
			: [];
		const whole = [
			Buffer.from('PK\u0003\u0004'),
			local,
			Buffer.from(name),
			packed,
			Buffer.from(behind),
		];
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		directory.push(
			Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, tail, Buffer.from(name)]),
		);
		parts.push(...whole);
		offset += whole.reduce((sum, { length }) => sum + length, 0);
	}
	const list = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(list.length, 8);
	end.writeUInt32LE(offset, 12);
	end.writeUInt16LE(comment.length, 16);
	return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end, Buffer.from(comment)]);
}
