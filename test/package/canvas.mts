import { basename } from 'node:path';

import { jsonOf } from './built.mts';

/*
 * Where things lie on n8n's canvas, as its editor draws them: a node is a square with its name below, a
 * note a rectangle with text in it.
 */

/** The points of the canvas that things snap to. */
export const GRID = 16;
const NODE = 96;
/** A name is centred below its node, up to twice as wide as that, in two lines. */
const NAME_WIDTH = 2 * NODE;
const NAME_HEIGHT = 60;

export interface Placed {
	name: string;
	type: string;
	position: [number, number];
	parameters: { content?: string; width?: number; height?: number; color?: number };
}

export interface Example {
	name: string;
	nodes: Placed[];
	connections: Record<string, unknown>;
}

export const isNote = ({ type }: Placed): boolean => type.endsWith('.stickyNote');

/** An example with its nodes and its notes apart. */
export function readExample(path: string) {
	const example = jsonOf<Example>(path);
	return {
		file: basename(path),
		nodes: example.nodes.filter((node) => !isNote(node)),
		notes: example.nodes.filter(isNote),
		connections: example.connections,
	};
}

/** A rectangle of the canvas; `right` and `bottom` are outside of it. */
export interface Rectangle {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** What a node takes up, its name included. */
export function rectangleOfNode({ position: [x, y] }: Placed): Rectangle {
	const left = x - (NAME_WIDTH - NODE) / 2;
	return { left, top: y, right: left + NAME_WIDTH, bottom: y + NODE + NAME_HEIGHT };
}

export function rectangleOfNote({ position: [x, y], parameters }: Placed): Rectangle {
	const { width = 0, height = 0 } = parameters;
	return { left: x, top: y, right: x + width, bottom: y + height };
}

export const overlap = (a: Rectangle, b: Rectangle): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether something stands within the columns of a note, with all of its name. */
export const isInColumnsOf = (note: Rectangle, node: Rectangle): boolean =>
	node.left >= note.left && node.right <= note.right;

/** How far a node is above or below a note. */
export const distance = (note: Rectangle, node: Rectangle): number =>
	Math.max(node.top - note.bottom, note.top - node.bottom);

/** Pixels of n8n's note: its padding, the fonts of headings and text, what stands between paragraphs. */
const PADDING = { sides: 24, top: 8 };
const HEADING = { letter: 9.2, line: 22 };
const TEXT = { letter: 7.4, line: 19 };
const BETWEEN = 8;

/** The lines that a text takes, broken between words. */
function linesOf(text: string, width: number): number {
	const most = Math.floor(width);
	let lines = 1;
	let used = 0;
	for (const word of text.split(/\s+/)) {
		const needed = used === 0 ? word.length : used + 1 + word.length;
		if (needed > most && used > 0) lines += 1;
		used = needed > most ? word.length : needed;
	}
	return lines;
}

/** The height that the text of a note needs, with letters a little wider than they are on average. */
export function heightOfText({ content = '', width = 0 }: Placed['parameters']): number {
	const shown = content.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*`]/g, '');
	return shown
		.split(/\n+/)
		.filter((paragraph) => paragraph.trim() !== '')
		.reduce((height, paragraph) => {
			const font = paragraph.startsWith('#') ? HEADING : TEXT;
			const text = paragraph.replace(/^#+ /, '');
			const lines = linesOf(text, (width - PADDING.sides) / font.letter);
			return height + lines * font.line + BETWEEN;
		}, PADDING.top);
}
