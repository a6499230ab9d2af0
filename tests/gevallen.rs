//! What goes wrong for people who use tools like ours, as documents: a division that gives a cent to who has
//! no weight, a number too long for its type, a file that another program damaged.

#[cfg(test)]
#[path = "gevallen/divisions.rs"]
mod divisions;
#[cfg(test)]
#[path = "gevallen/files.rs"]
mod files;
#[cfg(test)]
#[path = "gevallen/numbers.rs"]
mod numbers;
#[cfg(test)]
#[path = "gevallen/saved.rs"]
mod saved;
