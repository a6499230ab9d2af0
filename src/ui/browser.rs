//! The only file that touches the browser.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, File, ObjectUrl};
use gloo::timers::callback::Timeout;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, Storage};
use yew::NodeRef;

/// The place in index.html where the page goes.
pub(crate) fn mount_point() -> Option<Element> {
    gloo::utils::document().get_element_by_id("app")
}

/// Moves the focus to the element with this id; nothing happens when it is not there.
pub(crate) fn focus(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A browser that refuses focus leaves it where it was: no fault of the page.
        let _ = element.focus();
    }
}

/// Leaves the field that is being typed in, as its own program sees it: the focus stays where it is.
pub(crate) fn settle_field() {
    let active = gloo::utils::document().active_element();
    if let Some(field) = active.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.blur();
        let _ = field.focus();
    }
}

/// Whether the element with this id has the focus.
pub(crate) fn has_focus(id: &str) -> bool {
    gloo::utils::document().active_element().is_some_and(|element| element.id() == id)
}

/// Whether something within an element of this class has the focus.
pub(crate) fn has_focus_in(class: &str) -> bool {
    let active = gloo::utils::document().active_element();
    active.is_some_and(|element| element.closest(&format!(".{class}")).is_ok_and(|it| it.is_some()))
}

/// Whether the focus is nowhere: what had it is gone.
pub(crate) fn has_no_focus() -> bool {
    gloo::utils::document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Scrolls so that the element with this id begins at the top, below what stays there.
pub(crate) fn show(id: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Moves what scrolls sideways, an element with this id, until the link in it of the present page stands in the
/// middle, as far as it goes. The page itself stays where it is.
pub(crate) fn show_current(id: &str) {
    let row = gloo::utils::document().get_element_by_id(id);
    let link = row.as_ref().and_then(|row| row.query_selector("[aria-current]").ok().flatten());
    let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some((row, link)) = row.zip(link) {
        let before = (row.client_width() - link.offset_width()) / 2;
        row.set_scroll_left(link.offset_left() - before);
    }
}

/// The title of the window.
pub(crate) fn title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// The value that a select now has.
pub(crate) fn selected(event: &yew::Event) -> Option<String> {
    let target = event.target()?;
    target.dyn_into::<web_sys::HtmlSelectElement>().ok().map(|select| select.value())
}

/// Makes a list show the option that is marked. Once someone chose by hand, a mark that moves no longer moves the
/// choice: the list would show another option than the one in force. A list that shows it is left alone, because a
/// browser lays out the whole page for it.
pub(crate) fn show_marked(id: &str) {
    let list = gloo::utils::document().get_element_by_id(id);
    let list = list.and_then(|it| it.dyn_into::<web_sys::HtmlSelectElement>().ok());
    let marked = |list: &web_sys::HtmlSelectElement| {
        list.query_selector("option[selected]").ok().flatten()?.get_attribute("value")
    };
    let shows = list.as_ref().and_then(|list| Some((list, marked(list)?)));
    if let Some((list, value)) = shows.filter(|(list, value)| list.value() != *value) {
        list.set_value(&value);
    }
}

/// Whether a checkbox is now ticked.
pub(crate) fn checked(event: &yew::Event) -> Option<bool> {
    let target = event.target()?;
    target.dyn_into::<HtmlInputElement>().ok().map(|input| input.checked())
}

/// Opens the browser's print dialog, where there is one, once what waits for it is drawn: inside a click a browser
/// says `beforeprint` and goes on at once. Where printing is refused no browser says when it is over.
pub(crate) fn print() {
    say("beforeprint");
    Timeout::new(0, || {
        drop(gloo::utils::window().print());
        say("afterprint");
    })
    .forget();
}

/// Says to the page itself what a browser says.
fn say(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        // Nobody can cancel this one.
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}

/// Calls with `true` just before the page is printed, by whatever means, and with `false` when it has been; for as long
/// as what it returns lives.
pub(crate) fn on_print(call: impl Fn(bool) + Clone + 'static) -> impl FnOnce() {
    let window = gloo::utils::window();
    let listen = |name, begins| {
        let call = call.clone();
        EventListener::new(&window, name, move |_| call(begins))
    };
    let listeners = [listen("beforeprint", true), listen("afterprint", false)];
    move || drop(listeners)
}

/// Calls when the window has another size; for as long as what it returns lives.
pub(crate) fn on_resize(call: impl Fn() + 'static) -> impl FnOnce() {
    let listener = EventListener::new(&gloo::utils::window(), "resize", move |_| call());
    move || drop(listener)
}

/// The place of the first element within this one that takes room on the page.
pub(crate) fn first_shown(within: &NodeRef) -> Option<usize> {
    let children = within.cast::<Element>()?.children();
    let mut elements = (0..children.length()).filter_map(|place| children.item(place));
    elements.position(|element| element.get_bounding_client_rect().width() > 0.0)
}

/// The text that a field now has.
pub(crate) fn text(event: &yew::InputEvent) -> Option<String> {
    let target = event.target()?;
    let field = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    field.or_else(|| {
        target.dyn_ref::<web_sys::HtmlTextAreaElement>().map(web_sys::HtmlTextAreaElement::value)
    })
}

/// What stands in the address from `#`.
pub(crate) fn address() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Calls when what stands after `#` changes; for as long as what it returns lives.
pub(crate) fn on_address(call: impl Fn() + 'static) -> impl FnOnce() {
    let window = gloo::utils::window();
    let listener = EventListener::new(&window, "hashchange", move |_| call());
    move || drop(listener)
}

/// Calls with "again?" when someone presses Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z outside a field.
pub(crate) fn on_undo_keys(call: impl Fn(bool) + 'static) -> impl FnOnce() {
    let options = EventListenerOptions::enable_prevent_default();
    let document = gloo::utils::document();
    let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || is_typing(event) {
            return;
        }
        let redo = match &*key.key().to_ascii_lowercase() {
            "z" => key.shift_key(),
            "y" => true,
            _ => return,
        };
        event.prevent_default();
        call(redo);
    });
    move || drop(listener)
}

/// Whether the keys go to a text.
fn is_typing(event: &web_sys::Event) -> bool {
    let Some(target) = event.target() else { return false };
    let text = target.dyn_ref::<HtmlInputElement>().is_some_and(|it| it.type_() == "text");
    text || target.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some()
}

/// The mark of a step that the page made itself.
const OWN_STEP: JsValue = JsValue::TRUE;

/// Whether the present address is of a step that the page made: someone went back or forth, or loaded it again.
pub(crate) fn is_own_step() -> bool {
    let history = gloo::utils::window().history();
    history.and_then(|history| history.state()).is_ok_and(|state| state == OWN_STEP)
}

/// Marks the present address as a step of the page, once it was read.
pub(crate) fn mark_own_step() {
    if let Ok(history) = gloo::utils::window().history() {
        // Where a host refuses, a step back to it is taken for an opening: undo brings back the work.
        let _ = history.replace_state_with_url(&OWN_STEP, "", None);
    }
}

/// Writes what stands after `#`, as a new step of the back button or over the present one.
pub(crate) fn set_address(address: &str, new_step: bool) {
    let now = self::address();
    if now == address {
        return;
    }
    // A link to a section, or an address that says where to begin, has made its step already; this only completes it.
    let section = now.split('?').next().unwrap_or_default();
    let new_step = new_step && !address.starts_with(section);
    let Ok(history) = gloo::utils::window().history() else { return };
    // Some hosts refuse; then the address stays as it is and nothing else changes.
    let _ = if new_step {
        history.push_state_with_url(&OWN_STEP, "", Some(address))
    } else {
        history.replace_state_with_url(&OWN_STEP, "", Some(address))
    };
}

/// The whole address of this page with another part after `#`.
pub(crate) fn full_address(after: &str) -> String {
    let location = gloo::utils::window().location();
    let href = location.href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{after}")
}

/// Selects the text of a field and copies it; false where the browser does not allow that.
pub(crate) fn copy(id: &str) -> bool {
    let document = gloo::utils::document();
    let field = document.get_element_by_id(id);
    let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else {
        return false;
    };
    field.select();
    let document = document.dyn_into::<web_sys::HtmlDocument>().ok();
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Whether another page shows this one in a frame.
pub(crate) fn is_framed() -> bool {
    let window = gloo::utils::window();
    window.top().ok().flatten().is_none_or(|top| top != window)
}

/// The mark of the release that runs, which the script that starts the page knows; nothing without that script.
pub(crate) fn release() -> Option<String> {
    gloo::utils::document_element().get_attribute("data-kenmerk")
}

/// Asks the scripts beside this module to hold every file against its published hash.
pub(crate) fn verify() {
    if let Ok(event) = web_sys::CustomEvent::new("bijdragewijzer:controleer") {
        // What listens answers with another event.
        let _ = gloo::utils::document().dispatch_event(&event);
    }
}

/// Calls with the sentence that says what came of it; for as long as what it returns lives.
pub(crate) fn on_verified(call: impl Fn(String) + 'static) -> impl FnOnce() {
    let document = gloo::utils::document();
    let listener = EventListener::new(&document, "bijdragewijzer:gecontroleerd", move |event| {
        let event = event.dyn_ref::<web_sys::CustomEvent>();
        if let Some(sentence) = event.and_then(|event| event.detail().as_string()) {
            call(sentence);
        }
    });
    move || drop(listener)
}

/// How long a browser may take to fetch what it saves, in milliseconds.
const SAVING: u32 = 60_000;

/// Saves a text as a file with this name, in the folder that the browser saves in.
pub(crate) fn save(name: &str, text: &str) -> Option<()> {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some("application/json")));
    let document = gloo::utils::document();
    let link = document.create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    Timeout::new(SAVING, move || drop(url)).forget();
    Some(())
}

/// A file that was chosen.
pub(crate) struct Chosen {
    pub(crate) name: String,
    pub(crate) size: u64,
    file: File,
}

impl Chosen {
    /// Reads it, for as long as what this returns lives; nothing when the browser cannot.
    pub(crate) fn read(&self, call: impl FnOnce(Option<Vec<u8>>) + 'static) -> FileReader {
        read_as_bytes(&self.file, move |bytes| call(bytes.ok()))
    }
}

/// The file that was chosen in a field. The field forgets it, so that one of the same name can be chosen again.
pub(crate) fn chosen_file(event: &yew::Event) -> Option<Chosen> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = File::from(input.files()?.get(0)?);
    input.set_value("");
    Some(Chosen { name: file.name(), size: file.size(), file })
}

/// The name under which the own organisation is remembered; another form of it would get another number.
const MEMORY: &str = "bijdragewijzer/1/deelnemer";

/// Where something can be remembered; nothing in a frame, or where the browser does not allow it.
fn storage() -> Option<Storage> {
    if is_framed() {
        return None;
    }
    gloo::utils::window().local_storage().ok().flatten()
}

/// The organisation that this device remembers.
pub(crate) fn remembered() -> Option<String> {
    storage()?.get_item(MEMORY).ok().flatten()
}

/// Remembers an organisation. Where that fails, nothing happens.
pub(crate) fn remember(id: &str) {
    let _ = storage().map(|storage| storage.set_item(MEMORY, id));
}

/// Forgets it.
pub(crate) fn forget() {
    let _ = storage().map(|storage| storage.remove_item(MEMORY));
}

/// The text that is being pasted; the browser does nothing more with it once the caller takes it.
pub(crate) fn pasted(event: &yew::Event) -> Option<String> {
    let event = event.dyn_ref::<web_sys::ClipboardEvent>()?;
    event.clipboard_data()?.get_data("text").ok()
}
