/** Files named by the SHA-256 of their bytes in a folder of their own: `ab/cdef…`. They are written once and never changed. */
export interface ContentFiles {
    readonly folder: string;
    pathOf(sha: string): string;
    has(sha: string): boolean;
    /** Where bytes are gathered before their hash is known or checked; what an earlier run left there is not trusted. */
    newAside(): string;
    /**
     * Gives a file that was written aside its place, durably: bytes to the disk, then the name, then the folder.
     * @throws {ContentError} mismatch: the bytes are others; the file aside is removed.
     */
    adopt(aside: string, sha: string): Promise<void>;
    put(bytes: Uint8Array, sha: string): Promise<void>;
    /** Whole, with the hash compared. @throws {ContentError} missing, mismatch */
    read(sha: string): Promise<Buffer>;
    /** So many bytes from a place on, fewer at the end; nothing is compared. @throws {ContentError} missing */
    readRange(sha: string, at: number, length: number): Promise<Buffer>;
    /** Whether the bytes on disk are those of the name. */
    check(sha: string): Promise<'sound' | 'missing' | 'damaged'>;
    /** Takes the name away from bytes that are not its own: they are kept beside it. */
    setAside(sha: string): Promise<void>;
}
export declare class ContentError extends Error {
    readonly code: 'missing' | 'mismatch';
    constructor(code: ContentError['code']);
}
/** The folder's one owner opens it: makes it, and clears what an earlier run was gathering. */
export declare function openContentFiles(folder: string): ContentFiles;
/** The same files for somebody who only looks; touches nothing by itself. */
export declare function contentFilesIn(folder: string): ContentFiles;
