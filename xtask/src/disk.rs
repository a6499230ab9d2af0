//! Reading, writing and copying files, with errors that name the file.

use std::fs;
use std::path::Path;

use crate::Outcome;

pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path)
        .map_err(|error| format!("{} is niet te lezen: {error}", path.display()))
}

pub(crate) fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} is niet te lezen: {error}", path.display()))
}

/// The files in a folder and below it, as relative names with `/`, in alphabetical order.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for name in names(folder)? {
        if folder.join(&name).is_dir() {
            found.extend(files(&folder.join(&name))?.into_iter().map(|it| format!("{name}/{it}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

/// Adds the text of every file in the folder and below it whose name ends so.
pub(crate) fn read_all(folder: &Path, ending: &str, text: &mut String) -> Outcome {
    for name in names(folder)? {
        let path = folder.join(&name);
        if path.is_dir() {
            read_all(&path, ending, text)?;
        } else if name.ends_with(ending) {
            text.push_str(&read(&path)?);
            text.push('\n');
        }
    }
    Ok(())
}

pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    fs::write(path, bytes)
        .map_err(|error| format!("{} is niet te schrijven: {error}", path.display()))
}

pub(crate) fn make_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path)
        .map_err(|error| format!("de map {} is niet te maken: {error}", path.display()))
}

/// Removes a folder with all that is in it; a folder that is not there is fine.
pub(crate) fn remove_folder(path: &Path) -> Outcome {
    if path.exists() {
        fs::remove_dir_all(path)
            .map_err(|error| format!("de map {} is niet te wissen: {error}", path.display()))?;
    }
    Ok(())
}

/// Copies a file.
pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    write(to, &read_bytes(from)?)
}

/// Copies what is in `from` to `to`, except the entries named in `except`.
pub(crate) fn copy_folder(from: &Path, to: &Path, except: &[&str]) -> Outcome {
    make_folder(to)?;
    for name in names(from)? {
        if except.contains(&name.as_str()) {
            continue;
        }
        let source = from.join(&name);
        if source.is_dir() {
            copy_folder(&source, &to.join(&name), &[])?;
        } else {
            copy(&source, &to.join(&name))?;
        }
    }
    Ok(())
}

/// The names in a folder, in alphabetical order.
pub(crate) fn names(folder: &Path) -> Outcome<Vec<String>> {
    let unreadable = |error| format!("de map {} is niet te lezen: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        found.push(entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned());
    }
    found.sort();
    Ok(found)
}
