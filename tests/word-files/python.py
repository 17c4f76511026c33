from docx import Document
d=Document()
d.add_heading("河湾乡2021年工作小结",0)
d.add_paragraph("受理申请40件",style="List Number")
d.add_paragraph("办结38件",style="List Number")
d.add_paragraph("其中线上12件",style="List Number 2")
d.add_paragraph("满意度较高",style="List Bullet")
p=d.add_paragraph("一段"); p.add_run("加粗").bold=True; p.add_run("的话。")
t=d.add_table(rows=2,cols=2)
for i,c in enumerate(["项目","件数","信访","7件"]): t.cell(i//2,i%2).text=c
d.save("python.docx")
