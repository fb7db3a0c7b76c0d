import { z } from 'zod';
import { type IncidentRef } from '../domain/values.ts';
import type { SavedDocument } from './documents.ts';
/** Most bytes of a file in one question of the page. */
export declare const PART_BYTES: number;
/** Told when the exchange of files with the county has moved. */
export declare const TRANSFER_TOPIC = "attachmentTransfer";
/** What the county holds of an attachment, as far as this console knows. */
export declare const COUNTY_HOLDS: readonly ['nothing', 'thumb', 'original'];
export type CountyHolds = (typeof COUNTY_HOLDS)[number];
/** What keeps a wished transfer from moving. */
export declare const TRANSFER_WAITS: readonly ['offline', 'click', 'budget', 'queue', 'county', 'space'];
export type TransferWait = (typeof TRANSFER_WAITS)[number];
/** A transfer of the original under way or wished for. */
export interface Transfer {
    readonly way: 'send' | 'fetch';
    /** Of the original, 0 to 100. */
    readonly percent: number;
    /** A person asked for it. */
    readonly asked: boolean;
    /** Null while it moves. */
    readonly waits: TransferWait | null;
}
/** A photo or document of an incident. */
export interface AttachmentLine {
    readonly id: string;
    readonly tips: readonly string[];
    readonly name: string;
    /** '' and 0 while the event that added it has not arrived. */
    readonly mime: string;
    readonly size: number;
    /** ms since 1970. */
    readonly atMs: number;
    readonly by: string;
    /** Added at this console. */
    readonly own: boolean;
    readonly incident: IncidentRef;
    readonly withdrawn: {
        readonly reason: string;
        readonly by: string;
    } | null;
    /** What lies on this console. */
    readonly here: {
        readonly thumb: boolean;
        readonly original: boolean;
    };
    readonly hasThumb: boolean;
    readonly county: CountyHolds;
    readonly transfer: Transfer | null;
}
/** What sending or fetching an original now would take. */
export interface TransferEstimate {
    /** Link it would go over: its name or '' for the word of its kind; null when none is open. */
    readonly link: {
        readonly id: string;
        readonly kind: string;
        readonly name: string;
    } | null;
    /** Bytes on the wire, as they count against the budget. */
    readonly bytes: number;
    readonly seconds: number;
    /** What attachments may still use today; null: no limit. */
    readonly budgetLeft: number | null;
}
export declare const attachmentChannels: {
    readonly 'attachment.rules': import("./channel.ts").Channel<z.ZodNull, {
        maxBytes: number;
        maxPerIncident: number;
        thumbnail: {
            edgePixels: number;
            maxBytes: number;
            quality: number;
        };
        lowSpaceBytes: number;
        types: {
            mime: string;
            extensions: string[];
            picture: boolean;
        }[];
    }>;
    /** Of an incident and of those merged into it, the oldest first. */
    readonly 'attachment.list': import("./channel.ts").Channel<z.ZodObject<{
        incident: z.ZodString;
    }, z.core.$strip>, readonly AttachmentLine[]>;
    /** Begins to take a file in: its bytes follow part by part, then `finish`. Nothing is recorded before that. */
    readonly 'attachment.begin': import("./channel.ts").Channel<z.ZodObject<{
        incident: z.ZodString;
        name: z.ZodString;
        size: z.ZodInt;
        thumbSize: z.ZodInt;
    }, z.core.$strip>, {
        readonly upload: string;
    }>;
    readonly 'attachment.part': import("./channel.ts").Channel<z.ZodObject<{
        upload: z.ZodString;
        of: z.ZodEnum<{
            original: "original";
            thumb: "thumb";
        }>;
        at: z.ZodInt;
        base64: z.ZodBase64;
    }, z.core.$strip>, null>;
    readonly 'attachment.finish': import("./channel.ts").Channel<z.ZodObject<{
        upload: z.ZodString;
    }, z.core.$strip>, {
        readonly id: string;
    }>;
    readonly 'attachment.cancel': import("./channel.ts").Channel<z.ZodObject<{
        upload: z.ZodString;
    }, z.core.$strip>, null>;
    /** The small picture; null where there is none here. */
    readonly 'attachment.thumb': import("./channel.ts").Channel<z.ZodObject<{
        id: z.ZodString;
    }, z.core.$strip>, {
        readonly base64: string;
    } | null>;
    /** Bytes of the original from a place on, at most PART_BYTES. Its hash was compared when `at` is 0. */
    readonly 'attachment.read': import("./channel.ts").Channel<z.ZodObject<{
        id: z.ZodString;
        at: z.ZodInt;
    }, z.core.$strip>, {
        readonly base64: string;
        readonly next: number | null;
    }>;
    readonly 'attachment.save': import("./channel.ts").Channel<z.ZodObject<{
        id: z.ZodString;
    }, z.core.$strip>, SavedDocument>;
    readonly 'attachment.withdraw': import("./channel.ts").Channel<z.ZodObject<{
        id: z.ZodString;
        base: z.ZodArray<z.ZodString>;
        reason: z.ZodString;
    }, z.core.$strip>, null>;
    readonly 'attachment.restore': import("./channel.ts").Channel<z.ZodObject<{
        id: z.ZodString;
        base: z.ZodArray<z.ZodString>;
        reason: z.ZodString;
    }, z.core.$strip>, null>;
};
export type AttachmentArgs<C extends keyof typeof attachmentChannels> = z.output<(typeof attachmentChannels)[C]['args']>;
