import { BadInput } from '../shared/errors';

/** A file that can be read from its start as often as needed, in chunks. */
export type Source = () => AsyncIterable<Buffer>;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
/** The end of the directory, and the longest comment that may stand behind it. */
const LONGEST_TAIL = 22 + 65_535;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;
/** A number that stands elsewhere, in an archive of more than 4 GB. */
const ELSEWHERE = 0xffffffff;

const UNPACK = 'Unpack it first with n8n’s Compression node, and hand over the one file';
/** What n8n's Compression node cannot unpack either. */
const UNPACK_ELSEWHERE = 'Hand over the unpacked file, or the ZIP as it came from Ingram Micro';

/** With a file, or with none. */
const ZIP_STARTS = ['PK\u0003\u0004', 'PK\u0005\u0006'];

export const isZip = (head: Buffer): boolean => ZIP_STARTS.includes(head.toString('latin1', 0, 4));

interface Entry {
	readonly name: string;
	readonly flags: number;
	readonly method: number;
	readonly crc: number;
	readonly packedSize: number;
	readonly size: number;
	/** Where its local header is. */
	readonly offset: number;
}

const damaged = (what: string): BadInput =>
	new BadInput(`The ZIP is damaged: ${what}`, 'Download it again, and whole');

const isZip64 = (): BadInput => new BadInput('The ZIP is of the kind for more than 4 GB', UNPACK);

/** The last bytes of a file, and how long it is. */
async function tailOf(source: Source): Promise<{ tail: Buffer; length: number }> {
	let tail = Buffer.alloc(0);
	let length = 0;
	for await (const chunk of source()) {
		length += chunk.length;
		const joined = chunk.length >= LONGEST_TAIL ? chunk : Buffer.concat([tail, chunk]);
		tail = Buffer.from(joined.subarray(-LONGEST_TAIL));
	}
	return { tail, length };
}

/** Where the end of the directory is; -1 where it is not there. A comment may hold its mark, too. */
function endOfDirectory(tail: Buffer): number {
	let at = tail.length - END_LENGTH + 1;
	do {
		at = at > 0 ? tail.lastIndexOf(END_OF_DIRECTORY, at - 1) : -1;
	} while (at !== -1 && at + END_LENGTH + tail.readUInt16LE(at + 20) !== tail.length);
	return at;
}

/** The files that an archive lists; folders are none. */
function entriesIn(tail: Buffer, length: number): Entry[] {
	const at = endOfDirectory(tail);
	if (at === -1) {
		throw new BadInput(
			'The ZIP is cut off: the list of its files, which stands at its end, is missing',
			'Download it again, and whole',
		);
	}
	const count = tail.readUInt16LE(at + 10);
	const offset = tail.readUInt32LE(at + 16);
	if (offset === ELSEWHERE) throw isZip64();
	let next = offset - (length - tail.length);
	const entries: Entry[] = [];
	for (let index = 0; index < count; index += 1) {
		// A list this long is one of very many files.
		if (next < 0) throw new BadInput(`The ZIP holds ${count} files, and one is expected`, UNPACK);
		if (next + CENTRAL_LENGTH > at || tail.readUInt32LE(next) !== CENTRAL_HEADER) {
			throw damaged('the list of its files cannot be read');
		}
		const nameLength = tail.readUInt16LE(next + 28);
		entries.push({
			name: tail.toString('utf8', next + CENTRAL_LENGTH, next + CENTRAL_LENGTH + nameLength),
			flags: tail.readUInt16LE(next + 8),
			method: tail.readUInt16LE(next + 10),
			crc: tail.readUInt32LE(next + 16),
			packedSize: tail.readUInt32LE(next + 20),
			size: tail.readUInt32LE(next + 24),
			offset: tail.readUInt32LE(next + 42),
		});
		next +=
			CENTRAL_LENGTH + nameLength + tail.readUInt16LE(next + 30) + tail.readUInt16LE(next + 32);
	}
	return entries.filter(({ name }) => !name.endsWith('/'));
}

/** The one file of an archive. Throws BadInput where it is not one, or cannot be unpacked here. */
async function onlyEntryOf(source: Source): Promise<Entry> {
	const { tail, length } = await tailOf(source);
	const entries = entriesIn(tail, length);
	if (entries.length !== 1) {
		if (entries.length === 0) throw new BadInput('The ZIP holds no file', 'Download it again');
		const names = entries.slice(0, 5).map(({ name }) => name);
		const shown = `${names.join(', ')}${entries.length > 5 ? ', …' : ''}`;
		throw new BadInput(
			`The ZIP holds ${entries.length} files (${shown}), and one is expected`,
			UNPACK,
		);
	}
	const [entry] = entries;
	if ([entry.packedSize, entry.size, entry.offset].includes(ELSEWHERE)) throw isZip64();
	if ((entry.flags & 1) !== 0) {
		throw new BadInput('The ZIP is locked with a password', UNPACK_ELSEWHERE);
	}
	if (entry.method !== STORED && entry.method !== DEFLATED) {
		throw new BadInput(
			`The ZIP is packed in a way that is not known here (${entry.method})`,
			UNPACK_ELSEWHERE,
		);
	}
	return entry;
}

/** The packed bytes of an entry. */
async function* packedBytes(source: Source, { offset, packedSize }: Entry): AsyncGenerator<Buffer> {
	let skip = offset;
	let left = packedSize;
	let header: Buffer | undefined = Buffer.alloc(0);
	for await (const chunk of source()) {
		let rest = chunk.subarray(Math.min(skip, chunk.length));
		skip -= chunk.length - rest.length;
		if (header) {
			header = Buffer.concat([header, rest]);
			if (header.length < LOCAL_LENGTH) continue;
			if (header.readUInt32LE(0) !== LOCAL_HEADER)
				throw damaged('its file is not where it should be');
			const length = LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
			if (header.length < length) continue;
			rest = header.subarray(length);
			header = undefined;
		}
		const wanted = rest.subarray(0, left);
		left -= wanted.length;
		if (wanted.length > 0) yield wanted;
		if (left === 0) return;
	}
	throw damaged('it ends too early');
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

function crcOf(bytes: Buffer, before: number): number {
	let crc = ~before;
	for (let at = 0; at < bytes.length; at += 1)
		crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ bytes[at]) & 255];
	return ~crc >>> 0;
}

async function* inflated(packed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
	const stream = new DecompressionStream('deflate-raw');
	const writer = stream.writable.getWriter();
	const fed = (async () => {
		for await (const chunk of packed) await writer.write(chunk);
		await writer.close();
	})();
	// Tells the reading side; what it throws there is what counts.
	fed.catch((error: unknown) => void writer.abort(error).catch(() => undefined));
	for await (const { buffer, byteOffset, length } of stream.readable as AsyncIterable<Uint8Array>) {
		yield Buffer.from(buffer as ArrayBuffer, byteOffset, length);
	}
	await fed;
}

/** The stream's own errors: a TypeError, or one with zlib's code. */
const isOfInflating = (error: unknown): boolean =>
	error instanceof TypeError ||
	(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'));

/**
 * The one file in a ZIP, unpacked chunk by chunk and held to the size and checksum that the ZIP tells.
 * Reads the packed file twice, since what is in it stands at its end.
 */
export async function* unzipped(source: Source): AsyncGenerator<Buffer> {
	const entry = await onlyEntryOf(source);
	const packed = packedBytes(source, entry);
	let size = 0;
	let crc = 0;
	try {
		for await (const chunk of entry.method === STORED ? packed : inflated(packed)) {
			size += chunk.length;
			crc = crcOf(chunk, crc);
			yield chunk;
		}
	} catch (error) {
		throw isOfInflating(error) ? damaged('it cannot be unpacked') : error;
	}
	if (size !== entry.size || crc !== entry.crc)
		throw damaged('its checksum is not that of its file');
}
