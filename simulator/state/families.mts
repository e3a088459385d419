import type { Product } from './products.mts';

/** A kind of goods: what products of it are called, cost, and who makes them. */
export interface Family {
	category: string;
	subCategory: string;
	productType: string;
	kind: Product['kind'];
	/** List price range, US dollars. */
	price: readonly [number, number];
	vendors: readonly string[];
	nouns: readonly string[];
	traits: readonly string[];
}

/** What generated products are made of. All of it is made up, brand names apart. */
export const families: readonly Family[] = [
	{
		category: 'Computers',
		subCategory: 'Notebooks & Tablets',
		productType: 'Notebooks',
		kind: 'physical',
		price: [399, 2899],
		vendors: ['Lenovo', 'HP Inc.', 'DELL', 'ASUS', 'Acer', 'Microsoft Surface'],
		nouns: ['NOTEBOOK 14IN', 'NOTEBOOK 15.6IN', 'MOBILE WORKSTATION 16IN', 'TABLET 11IN'],
		traits: ['I5 16GB 256GB W11P', 'I7 16GB 512GB W11P', 'R5 8GB 256GB W11P', 'I7 32GB 1TB W11P'],
	},
	{
		category: 'Displays',
		subCategory: 'Computer Monitors',
		productType: 'LCD Monitors',
		kind: 'physical',
		price: [99, 1499],
		vendors: ['DELL', 'Samsung', 'LG Electronics', 'ViewSonic', 'BenQ', 'HP Inc.'],
		nouns: ['MONITOR 24IN', 'MONITOR 27IN', 'CURVED MONITOR 34IN', 'TOUCH MONITOR 22IN'],
		traits: ['FHD HDMI', 'QHD USB-C', '4K USB-C HUB', 'FHD DP VGA'],
	},
	{
		category: 'Networking',
		subCategory: 'Switches',
		productType: 'Managed Switches',
		kind: 'physical',
		price: [79, 8999],
		vendors: ['Cisco Systems', 'HPE Aruba Networking', 'Netgear', 'Juniper Networks', 'Ubiquiti'],
		nouns: ['SWITCH 8 PORT', 'SWITCH 24 PORT', 'SWITCH 48 PORT', 'ACCESS POINT'],
		traits: ['GIGABIT', 'POE+ GIGABIT', '10G SFP+', 'WIFI 6E'],
	},
	{
		category: 'Accessories',
		subCategory: 'Cables & Adapters',
		productType: 'Cables',
		kind: 'physical',
		price: [4, 149],
		vendors: ['StarTech.com', 'C2G', 'Belkin', 'Tripp Lite', 'Kensington', 'Logitech'],
		nouns: ['USB-C CABLE', 'HDMI CABLE', 'CAT6 PATCH CABLE', 'DOCKING STATION', 'KEYBOARD'],
		traits: ['1M BLACK', '2M GREY', '3M BLUE', '0.5M WHITE'],
	},
	{
		category: 'Storage',
		subCategory: 'Flash Memory Devices',
		productType: 'Solid State Drives',
		kind: 'physical',
		price: [19, 1899],
		vendors: ['Samsung', 'Western Digital', 'Seagate', 'Kingston', 'Crucial'],
		nouns: ['SSD M.2', 'SSD 2.5IN', 'PORTABLE SSD', 'MICROSD CARD'],
		traits: ['256GB', '512GB', '1TB NVME', '2TB NVME'],
	},
	{
		category: 'Printers',
		subCategory: 'Laser Printers',
		productType: 'Printers & Supplies',
		kind: 'physical',
		price: [29, 2299],
		vendors: ['HP Inc.', 'Brother', 'Lexmark', 'Canon', 'Epson'],
		nouns: ['LASER PRINTER', 'MULTIFUNCTION PRINTER', 'TONER CARTRIDGE', 'LABEL PRINTER'],
		traits: ['MONO A4', 'COLOR A4', 'HIGH YIELD BLACK', 'DUPLEX WIFI'],
	},
	{
		category: 'Mobile',
		subCategory: 'Smartphones',
		productType: 'Mobile Phones',
		kind: 'physical',
		price: [149, 1599],
		vendors: ['Apple', 'Samsung', 'Motorola', 'Zebra Technologies'],
		nouns: ['SMARTPHONE 6.1IN', 'SMARTPHONE 6.7IN', 'RUGGED MOBILE COMPUTER'],
		traits: ['128GB BLACK', '256GB BLUE', '64GB 5G'],
	},
	{
		category: 'Software',
		subCategory: 'Security Software',
		productType: 'Licenses',
		kind: 'digital',
		price: [25, 3999],
		vendors: ['Adobe', 'Trend Micro', 'Veeam', 'VMware', 'Bitdefender'],
		nouns: ['LICENSE 1YR', 'LICENSE 3YR', 'SUPPORT RENEWAL 1YR', 'UPGRADE PROTECTION'],
		traits: ['1 USER', '1-10 USERS', 'SERVER', 'GOV 1 USER'],
	},
];
