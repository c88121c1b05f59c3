package com.srecopilot.incident.evidence;

import java.util.List;

import org.springframework.web.multipart.MultipartFile;

/**
 * What a person or a program brings: files, a link or log lines, or several of them at once.
 *
 * @param name what a link or a log is called, or empty
 */
record EvidenceForm(List<MultipartFile> file, String link, String log, String name, String note) {

    static final EvidenceForm EMPTY = new EvidenceForm(null, null, null, null, null);

    EvidenceForm {
        file = file == null ? List.of() : file.stream().filter(one -> !(one.isEmpty() && (one.getOriginalFilename() == null || one.getOriginalFilename().isEmpty()))).toList();
        link = link == null ? "" : link.strip();
        log = log == null ? "" : log.stripTrailing();
        name = name == null ? "" : name.strip();
        note = note == null ? "" : note.strip();
    }
}
