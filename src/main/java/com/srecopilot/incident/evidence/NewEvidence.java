package com.srecopilot.incident.evidence;

import org.springframework.core.io.InputStreamSource;

/** A piece of evidence, looked through and ready to be kept; see {@link Evidence} for the words. */
record NewEvidence(String kind, String name, String note, String mediaType, long bytes, String link, String excerpt,
        byte[] preview, InputStreamSource content) {
}
